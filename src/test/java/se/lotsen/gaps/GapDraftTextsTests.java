package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.gaps.NewPage.Choices;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.testing.KnowledgeFiles;

/** What is written into drafts: a phrasing, a test question, a page to begin with. */
class GapDraftTextsTests {
    private static final String PAGE = """
            ---
            id: bad
            title: Badhuset
            questions:
              - När är badhuset öppet?
            phrasings:
              - öppettider bad
            ---
            Badhuset är öppet.
            """;
    private static final String TESTS = "id\tlang\texpected\tpages\tquestion\tfacts\ng1\tsv\tanswered\tbad\tx\t";
    private static final Library LIBRARY = Library.read(KnowledgeFiles.shipped());

    @Test
    void phrasingsAreAddedOnceAndTheRestOfThePageStays() {
        Phrasings.Added added = Phrasings.add(PAGE,
                List.of(" när får\tman  bada ", "ÖPPETTIDER BAD!", "När är badhuset öppet",
                        "När får man bada?"));
        assertThat(added.added()).isEqualTo(1);
        PageDocument page = PageDocument.parse(added.text());
        assertThat(page.fields().phrasings()).containsExactly("öppettider bad", "när får man bada");
        assertThat(page.fields().questions()).containsExactly("När är badhuset öppet?");
        assertThat(page.body()).isEqualTo("Badhuset är öppet.\n");
    }

    @Test
    void whatAPageHasAlreadyIsRefusedByItsName() {
        assertThatThrownBy(() -> Phrasings.add(PAGE, List.of("öppettider BAD?"))).isInstanceOfSatisfying(
                GapRefusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.KNOWN);
                    assertThat(refusal.detail()).isEqualTo("Badhuset");
                });
        refused(() -> Phrasings.add(PAGE, List.of(" ")), Reason.TEXT);
        refused(() -> Phrasings.add(PAGE, List.of("x".repeat(201))), Reason.TOO_LONG);
        refused(() -> Phrasings.add("ingen sida", List.of("bada")), Reason.DRAFT);
    }

    @Test
    void aTestQuestionIsARowBelowTheOthersAndNeverTwice() {
        String file = TestQuestions.add(TESTS, "sv", "bad", "när får man\tbada?");
        assertThat(file).startsWith(TESTS + "\n")
                .matches("(?s).*\nlucka-[0-9a-f]{10}\tsv\tanswered\tbad\tnär får man"
                        + " bada\\?\t\n");
        refused(() -> TestQuestions.add(file, "sv", "annan", "När får man bada"), Reason.TESTED);
        assertThat(TestQuestions.add(file, "en", "bad", "När får man bada").lines()).hasSize(4);
        assertThat(TestQuestions.add("", "sv", "bad", "bada").lines()).hasSize(2);
    }

    @Test
    void aNewPageHasWhatTheNearestPageHasAndCanBeServedOnceItIsWritten() {
        Page near = LIBRARY.pages().get("bygglov");
        NewPage page = NewPage.like("får man sätta upp laddstolpe hemma?", Optional.of(near));
        assertThat(page.title()).isEqualTo("Får man sätta upp laddstolpe hemma");
        assertThat(page.id()).isEqualTo("far-man-satta-upp-laddstolpe-hemma");
        page.check(Choices.of(LIBRARY));
        String text = page.text("får man sätta upp laddstolpe hemma?", "sv", Optional.of(near),
                LocalDate.parse("2026-11-29"), "## Vad kostar det?\n");
        assertThat(PageDocument.parse(text).fields().url()).isEqualTo(
                near.metadata().url().replaceFirst("[^/]*$", "") + page.id());
        PageDocument draft = PageDocument.parse(text);
        assertThat(draft.body()).isEqualTo("## Vad kostar det?\n");
        assertThat(Page.read(page.file(), draft.withBody("Ja.\n").text().replace("contact:",
                "nonDigitalRoute: Ring oss.\ncontact:"), finding -> {
                    throw new AssertionError(finding);
                })).isPresent();
    }

    @Test
    void aPageWithoutATitleOrOfNoAreaIsRefused() {
        Choices choices = Choices.of(LIBRARY);
        refused(() -> new NewPage(" ?! ", "a", "b", "c").check(choices), Reason.TITLE);
        refused(() -> new NewPage("Laddstolpar", "../..", "b", "c").check(choices), Reason.CHOICE);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable doing, Reason reason) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(GapRefusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
