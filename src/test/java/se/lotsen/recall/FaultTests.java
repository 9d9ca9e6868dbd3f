package se.lotsen.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PageFile.aPage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.audit.Actor;
import se.lotsen.archive.Revision;
import se.lotsen.archive.RevisionOrigin;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.QuestionHistory.Cited;
import se.lotsen.knowledge.Page;
import se.lotsen.recall.Fault.Finding;

/** What counts as a use of a wrong passage, case by case. */
class FaultTests {
    private static final Instant BEGIN = Instant.parse("2026-10-01T06:00:00Z");
    private static final String FREE = "\n## Avgift\n\nDet är gratis. Du får en faktura.\n";
    private static final String PAID = "\n## Avgift\n\nDet kostar 100 kronor. Du får en faktura.\n";

    private static PageVersions versions(String... bodies) {
        List<Revision> history = new ArrayList<>();
        for (String body : bodies) {
            String text = aPage("bad").body("Om badet.\n" + body).text();
            history.addFirst(new Revision("pages/bad.md", history.size() + 1, text, Page.digestOf(text),
                    false, RevisionOrigin.PUBLISHED, Actor.machine("test"),
                    BEGIN.plus(Duration.ofDays(history.size())), ""));
        }
        return PageVersions.of("bad", history);
    }

    private static Fault fault(PageVersions versions, int wrong, String... marks) {
        return Fault.of(versions, new Selection("bad", wrong, versions.latest().number(), Set.of(marks), null,
                null)).orElseThrow();
    }

    private static Cited cited(PageVersions versions, @Nullable Integer version, String anchor, String said) {
        return new Cited(new ConversationId(new UUID(1, 1)), 1, BEGIN.plus(Duration.ofHours(1)),
                new Citation("bad", "Avgift", "/knowledge/bad#" + anchor, version == null
                        ? null
                        : versions.version(version).orElseThrow().page().orElseThrow().revision()),
                said, null);
    }

    private static Finding find(Fault fault, Cited cited) {
        return fault.find(cited, Optional.empty());
    }

    @Test
    void thePassageOfTheWrongVersionIsWrongWhicheverOfItsSentencesWasGiven() {
        PageVersions versions = versions(FREE, PAID);
        Fault fault = fault(versions, 1, "avgift:0");
        assertThat(find(fault, cited(versions, 1, "avgift", "Det är gratis."))).isEqualTo(Finding.WRONG);
        Cited beside = cited(versions, 1, "avgift", "Du får en faktura.");
        assertThat(find(fault, beside)).isEqualTo(Finding.WRONG);
        assertThat(fault.says(beside)).isFalse();
        assertThat(find(fault, cited(versions, 1, "start", "Om badet."))).isEqualTo(Finding.RIGHT);
        assertThat(find(fault, cited(versions, 2, "avgift", "Du får en faktura.")))
                .isEqualTo(Finding.RIGHT);
    }

    @Test
    void anotherVersionIsWrongWhereItSaysTheSameWhateverItsHeading() {
        PageVersions versions = versions(FREE.replace("## Avgift", "## Vad kostar det?"),
                PAID.replace("100", "50"), FREE + "Ta med bytta pengar.\n", PAID);
        Fault fault = fault(versions, 3, "avgift:0");
        assertThat(find(fault, cited(versions, 1, "vad-kostar-det", "Du får en faktura.")))
                .isEqualTo(Finding.WRONG);
        assertThat(find(fault, cited(versions, 2, "avgift", "Det kostar 50 kronor.")))
                .as("wrong in another way, which is another correction").isEqualTo(Finding.RIGHT);
        assertThat(fault.versions()).extracting(PageVersion::number).containsExactly(1, 3);
    }

    @Test
    void whatWasTakenOutAndNotChosenWasRight() {
        PageVersions versions = versions(FREE + "\n## Öppet\n\nDet är öppet till nio.\n",
                PAID + "\n## Öppet\n\nDet är öppet till åtta.\n");
        Fault fault = fault(versions, 1, "avgift:0");
        assertThat(find(fault, cited(versions, 1, "oppet", "Det är öppet till nio.")))
                .isEqualTo(Finding.RIGHT);
    }

    @Test
    void aPassageThatLackedSomethingIsWrongUntilItWasAdded() {
        PageVersions versions = versions(FREE, FREE, FREE.replace("faktura.", "faktura. Barn betalar inte."));
        assertThat(PageVersions.changes(versions.version(1).orElseThrow(), versions.latest()))
                .singleElement().satisfies(change -> assertThat(change.isAddition()).isTrue());
        Fault fault = fault(versions, 1, "avgift");
        assertThat(find(fault, cited(versions, 2, "avgift", "Det är gratis."))).isEqualTo(Finding.WRONG);
        assertThat(find(fault, cited(versions, 3, "avgift", "Det är gratis."))).isEqualTo(Finding.RIGHT);
        assertThat(find(fault, cited(versions, 1, "start", "Om badet."))).isEqualTo(Finding.RIGHT);
    }

    @Test
    void whoWasToldAtAnotherTimeIsNotAmongThem() {
        PageVersions versions = versions(FREE, PAID);
        Cited cited = cited(versions, 1, "avgift", "Det är gratis.");
        Selection selection = new Selection("bad", 1, 2, Set.of("avgift:0"), cited.at(),
                cited.at().plusSeconds(1));
        assertThat(find(Fault.of(versions, selection).orElseThrow(), cited)).isEqualTo(Finding.WRONG);
        Selection later = new Selection("bad", 1, 2, Set.of("avgift:0"), cited.at().plusSeconds(1), null);
        assertThat(find(Fault.of(versions, later).orElseThrow(), cited)).isEqualTo(Finding.RIGHT);
        Selection earlier = new Selection("bad", 1, 2, Set.of("avgift:0"), null, cited.at());
        assertThat(find(Fault.of(versions, earlier).orElseThrow(), cited)).isEqualTo(Finding.RIGHT);
    }

    @Test
    void withoutAVersionTheExplanationsDigestCountsAndThenTheTime() {
        PageVersions versions = versions(FREE, PAID);
        Fault fault = fault(versions, 1, "avgift:0");
        Cited nameless = cited(versions, null, "avgift", "Du får en faktura.");
        assertThat(fault.find(nameless, Optional.of(versions.latest().revision().digest())))
                .isEqualTo(Finding.RIGHT);
        assertThat(find(fault, nameless)).as("version 1 was served then").isEqualTo(Finding.WRONG);
        assertThat(fault.find(nameless, Optional.of("0123456789abcdef")))
                .as("of a version that the archive does not have").isEqualTo(Finding.UNKNOWN);
        assertThat(fault.find(cited(versions, null, "avgift", "Det är gratis."),
                Optional.of("0123456789abcdef"))).isEqualTo(Finding.WRONG);
    }

    @Test
    void aPageThatIsTakenAwayTakesAllItSaidWithIt() {
        PageVersions served = versions(FREE);
        Revision first = served.latest().revision();
        PageVersions versions = PageVersions.of("bad", List.of(new Revision(first.file(), 2, "", "", true,
                RevisionOrigin.REMOVED, first.by(), first.at().plusSeconds(1), ""), first));
        assertThat(PageVersions.changes(versions.version(1).orElseThrow(), versions.latest()))
                .extracting(PassageChange::anchor).containsExactly("start", "avgift");
    }
}
