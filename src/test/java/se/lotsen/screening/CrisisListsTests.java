package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** The shipped policy files against utterances that were written beside them, not taken from them. */
class CrisisListsTests {
    private static final KnowledgeFolder SHIPPED = KnowledgeFiles.shipped();
    private static final QuestionScreen SCREEN = new QuestionScreen(SHIPPED,
            new ContactDirectory(new HandoverFiles(SHIPPED)));

    private record Utterance(String language, String rule, String text) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void everyCrisisIsSeen(String language) throws IOException {
        List<String> missed = new ArrayList<>();
        List<Utterance> utterances = read("crises.tsv", language);
        for (Utterance utterance : utterances) {
            List<Screened> met = SCREEN.all(utterance.text(), language);
            boolean right = met.stream().anyMatch(screened -> screened.rule().equals(utterance.rule()))
                    || utterance.rule().equals("*") && !met.isEmpty();
            if (!right || met.get(0).action() != ScreeningAction.EMERGENCY) {
                missed.add(utterance.text() + " -> " + met.stream().map(Screened::rule).toList());
            }
        }
        assertThat(utterances).hasSizeGreaterThanOrEqualTo(40);
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void crisesAreSeenInCapitalsAndWithoutDotsAndPunctuation(String language) throws IOException {
        List<String> missed = new ArrayList<>();
        for (Utterance utterance : read("crises.tsv", language)) {
            for (String text : List.of(utterance.text().toUpperCase(java.util.Locale.ROOT),
                    utterance.text().replace(",", "").replace("'", "").replace(".", ""),
                    utterance.text().replace('å', 'a').replace('ä', 'a').replace('ö', 'o'))) {
                if (SCREEN.screen(text, "sv").filter(met -> met.action() == ScreeningAction.EMERGENCY)
                        .isEmpty()) {
                    missed.add(text);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void whatOnlySoundsDangerousPasses(String language) throws IOException {
        List<String> alarms = new ArrayList<>();
        for (Utterance utterance : read("ordinary.tsv", language)) {
            SCREEN.screen(utterance.text(), language)
                    .filter(met -> met.action() != ScreeningAction.REFERRED
                            && met.action() != ScreeningAction.DECLINED)
                    .ifPresent(met -> alarms.add(utterance.text() + " -> " + met.rule()));
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void citizensOwnPhrasingsOfOrdinaryPagesPass() {
        List<String> alarms = new ArrayList<>();
        Library.read(SHIPPED).pages().values().stream()
                .filter(page -> !page.id().equals("vald-i-nara-relationer")
                        && !page.id().equals("orosanmalan"))
                .flatMap(page -> page.metadata().phrasings().stream())
                .forEach(phrasing -> SCREEN.screen(phrasing, "sv")
                        .filter(met -> met.action() == ScreeningAction.EMERGENCY)
                        .ifPresent(met -> alarms.add(phrasing + " -> " + met.rule())));
        // The chimney that is on fire is an emergency that the page on fireplaces knows of.
        assertThat(alarms).containsOnly("det brinner i skorstenen -> crisis.danger");
    }

    @Test
    void everyCardSpeaksEveryLanguage() {
        for (String language : List.of("sv", "en", "fi", "ar", "so")) {
            for (String question : List.of("jag vill dö", "min sambo slår mig", "pappa slår mig",
                    "det brinner här",
                    "någon förföljer mig", "min dotter är försvunnen", "han har svalt råttgift",
                    "jag ska skjuta er alla", "hemtjänsten slår min farmor")) {
                List<String> reply = SCREEN.screen(question, language).orElseThrow().reply();
                assertThat(reply).as(question).anyMatch(sentence -> sentence.contains("112"));
                assertThat(reply).as(question).hasSizeBetween(2, 10);
            }
        }
    }

    @Test
    void violenceAtHomeOffersAQuickExitWhicheverRuleComesFirst() {
        assertThat(SCREEN.screen("min sambo slår mig", "sv").orElseThrow().quickExit()).isTrue();
        assertThat(SCREEN.screen("min sambo slår mig och jag vill dö", "sv").orElseThrow())
                .satisfies(met -> assertThat(met.rule()).isEqualTo("crisis.suicide"))
                .satisfies(met -> assertThat(met.quickExit()).isTrue());
        assertThat(SCREEN.screen("det brinner här", "sv").orElseThrow().quickExit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jag vill prata med en människa", "koppla mig till en handläggare",
            "I want to talk to a real person", "Haluan puhua ihmisen kanssa", "أريد التحدث مع موظف",
            "waxaan rabaa inaan qof la hadlo"})
    void aWishForAPersonIsHeard(String question) {
        assertThat(SCREEN.screen(question, "sv")).get().extracting(Screened::action)
                .isEqualTo(ScreeningAction.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hej", "Hej hej!", "tack så mycket", "hello", "moi", "مرحبا", "salaan",
            "är du en robot?",
            "asdfgh", "???", "👋", "hejdå", "Kiitos paljon"})
    void aGreetingAloneIsOne(String question) {
        assertThat(SCREEN.screen(question, "sv")).get().extracting(Screened::action)
                .isEqualTo(ScreeningAction.GREETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hej, när öppnar simhallen", "tack men vad kostar det",
            "hello where is the library",
            "moi milloin kirjasto on auki", "مرحبا متى تفتح المكتبة",
            "salaan goorma ayaa maktabaddu furan tahay"})
    void aGreetingBeforeAQuestionIsNone(String question) {
        assertThat(SCREEN.screen(question, "sv")).isEmpty();
    }

    @Test
    void theAssistantSaysThatItIsNoHuman() {
        assertThat(SCREEN.screen("Hej, är du en människa?", "sv").orElseThrow().reply().get(0))
                .startsWith("Nej");
    }

    private static List<Utterance> read(String file, String language) throws IOException {
        try (InputStream in = Objects.requireNonNull(CrisisListsTests.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(language))
                    .map(cells -> new Utterance(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
