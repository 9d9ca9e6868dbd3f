package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.Referral;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** What the shipped lists turn away, and above all what they must not. */
class ShippedPoliciesTests {
    /** Phrasings of pages that are turned away all the same, each for a reason. */
    private static final Set<String> JUSTIFIED = Set.of(
            // The grid company's fault line helps at once; the page only names it.
            "strömmen har gått i huset vem ringer man",
            // Asks for a verdict on the entitlement of a described person.
            "farfar är 92 har han rätt till plats på hemmet",
            "har sparpengar på banken får jag hjälp av soc", "brutit benet kan jag få färdtjänst ett tag");

    private static QuestionScreen screen;
    private static ContactDirectory contacts;

    @BeforeAll
    static void theShippedPolicies() {
        contacts = new ContactDirectory(new HandoverFiles(KnowledgeFiles.shipped()));
        screen = new QuestionScreen(KnowledgeFiles.shipped(), contacts);
    }

    @Test
    void noPagesOwnQuestionIsTurnedAway() {
        List<String> turnedAway = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
                .flatMap(page -> Stream.of(List.of(page.metadata().title()), page.metadata().questions(),
                        page.metadata().phrasings()).flatMap(List::stream))
                .filter(question -> !JUSTIFIED.contains(question))
                .flatMap(question -> turnsAway(question).stream().map(rule -> rule + ": " + question))
                .toList();

        assertThat(turnedAway).isEmpty();
    }

    @Test
    void noJustificationIsOutdated() {
        assertThat(JUSTIFIED).allMatch(question -> turnsAway(question).isPresent());
    }

    @Test
    void noOrdinaryQuestionIsTurnedAway() {
        List<String> turnedAway = lines("ordinary-routing.tsv").stream()
                .flatMap(question -> turnsAway(question).stream().map(rule -> rule + ": " + question))
                .toList();

        assertThat(turnedAway).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"referred, 133", "own-case, 54", "eligibility, 46", "advice, 48", "politics, 45",
            "people, 47",
            "steering, 81", "later, 266"})
    void questionsForOthersAreRecognised(String set, int atLeast) {
        List<String> missed = new ArrayList<>();
        List<String> lines = lines(set + ".tsv");
        for (String line : lines) {
            String[] columns = line.split("\t");
            if (!turnsAway(columns[1]).filter(rule -> rule.startsWith(columns[0])).isPresent()) {
                missed.add(line);
            }
        }

        assertThat(lines.size() - missed.size()).as("missed: %s", missed).isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advice", "eligibility", "own-case", "people", "politics", "referrals",
            "steering"})
    void everyRuleSpeaksAllLanguages(String name) {
        String file = PolicyFiles.FOLDER + name + ".yaml";
        PolicyForm form = KnowledgeFiles.shipped().read(file, finding -> {
        }).flatMap(yaml -> PolicySource.read(file, yaml, finding -> {
        })).map(PolicySource::form).orElseThrow();

        assertThat(Objects.requireNonNull(form.rules())).isNotEmpty().allSatisfy(rule -> {
            if (rule != null && rule.referral() == null) {
                assertThat(Objects.requireNonNull(rule.reply())).as(rule.id())
                        .containsOnlyKeys("sv", "en", "fi", "ar", "so");
            }
        });
    }

    @Test
    void theReplyNamesWhoHelps() {
        Screened referred = screen.screen("hur förnyar jag mitt pass", "sv").orElseThrow();

        assertThat(referred.action()).isEqualTo(ScreeningAction.REFERRED);
        assertThat(referred.reply()).contains("Det här ansvarar Polisen för.", "Ring 114 14.",
                "Mer finns på https://polisen.se.");
    }

    @Test
    void everyReferralIsUsed() {
        String file = PolicyFiles.FOLDER + "referrals.yaml";
        PolicyForm form = KnowledgeFiles.shipped().read(file, finding -> {
        }).flatMap(yaml -> PolicySource.read(file, yaml, finding -> {
        })).map(PolicySource::form).orElseThrow();

        assertThat(Objects.requireNonNull(form.rules()).stream()
                .map(rule -> Objects.requireNonNull(rule).referral())
                .collect(Collectors.toSet()))
                .isEqualTo(contacts.referrals().stream().map(Referral::id).collect(Collectors.toSet()));
    }

    private static Optional<String> turnsAway(String question) {
        return screen.all(question, "sv").stream()
                .filter(met -> met.action() == ScreeningAction.DECLINED
                        || met.action() == ScreeningAction.REFERRED)
                .map(Screened::rule)
                .findFirst();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(ShippedPoliciesTests.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
