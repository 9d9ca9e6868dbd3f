package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.knowledge.Passage;
import se.lotsen.screening.Release;
import se.lotsen.screening.Topics;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ScriptedVoice;

/** An answer that a person looks at first. */
class WithheldTests {
    private static final Passage FEE = aPassage("bygglov").under("Avgift").paragraph("Ett.", "Två.").build();
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({"draft, NOT_ANSWERED_DRAFT_ONLY, DRAFT", "approve, NOT_ANSWERED_UNTIL_APPROVED, APPROVE"})
    void theCitizenIsShownNoneOfItAndTheExplanationHoldsItWithItsSources(String mode, String outcome,
            Release release) {
        List<AnswerEvent> events = answer(mode, PipelineFixture.QUESTION, "Ett.", "Två.");
        assertThat(events).extracting(event -> event.event().type()).containsExactly("sources", "text",
                "handover-offer", "completed");
        assertThat(texts(events)).singleElement().satisfies(text -> {
            assertThat(text.text()).contains("medarbetare");
            assertThat(text.sources()).isEmpty();
        });
        assertThat(((HandoverOffered) events.get(2).event()).reason())
                .isEqualTo(HandoverReason.REVIEWED_FIRST);
        AnswerEvent.Finished end = (AnswerEvent.Finished) events.getLast();
        assertThat(((Completed) end.event()).outcome().name()).isEqualTo(outcome);
        assertThat(((Completed) end.event()).kind()).isEqualTo(AnswerKind.HANDOVER);
        Citation source = new Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift");
        assertThat(end.explanation().withheld()).isEqualTo(new Withheld(release,
                List.of(new Withheld.Sentence("Ett.", source), new Withheld.Sentence("Två.", source))));
        assertThat(end.explanation().voice()).as("who made it").isNotEmpty();
    }

    @Test
    void anAutonomousAnswerIsShownAndNothingIsHeldBack() {
        List<AnswerEvent> events = answer("autonomous", PipelineFixture.QUESTION, "Ett.");
        assertThat(texts(events)).extracting(TextReleased::text).containsExactly("Ett.");
        assertThat(((AnswerEvent.Finished) events.getLast()).explanation().withheld()).isNull();
    }

    @Test
    void whatIsOffHasNoDraftAtAll() {
        AnswerEvent.Finished end = (AnswerEvent.Finished) answer("off", PipelineFixture.QUESTION, "Ett.")
                .getLast();
        assertThat(((Completed) end.event()).outcome().name()).isEqualTo("NOT_ANSWERED_TOPIC_OFF");
        assertThat(end.explanation().withheld()).isNull();
    }

    @Test
    void whereNothingHoldsThereIsNoDraft() {
        AnswerEvent.Finished end = (AnswerEvent.Finished) answer("approve", PipelineFixture.QUESTION)
                .getLast();
        assertThat(((Completed) end.event()).outcome().name()).isEqualTo("NOT_ANSWERED_LOW_CONFIDENCE");
        assertThat(end.explanation().withheld()).isNull();
    }

    @Test
    void inShadowTheAnswerIsKeptForEditorsAndTheCitizenIsLedToAPerson() {
        List<AnswerEvent> events = answer("shadow", PipelineFixture.QUESTION, "Ett.");
        AnswerEvent.Finished end = (AnswerEvent.Finished) events.getLast();
        assertThat(((Completed) end.event()).outcome().name()).isEqualTo("NOT_ANSWERED_SHADOW");
        assertThat(texts(events)).singleElement()
                .satisfies(text -> assertThat(text.text()).contains("En person").doesNotContain("Ett."));
        assertThat(end.explanation().withheld()).satisfies(kept -> {
            assertThat(kept.release()).isEqualTo(Release.SHADOW);
            assertThat(kept.sentences()).hasSize(1);
        });
    }

    @Test
    void aPilotAnswersStaffAndShowsACitizenThePages() {
        Question question = PipelineFixture.QUESTION;
        List<AnswerEvent> citizen = answer("pilot", question, "Ett.");
        assertThat(((Completed) citizen.getLast().event()).outcome().name()).isEqualTo("NOT_ANSWERED_PILOT");
        assertThat(texts(citizen)).extracting(TextReleased::text).doesNotContain("Ett.");
        assertThat(citizen.getFirst().event().type()).isEqualTo("sources");
        Question staff = new Question(question.text(), "sv", question.number(), question.earlier(), "c",
                true);
        assertThat(texts(answer("pilot", staff, "Ett."))).extracting(TextReleased::text)
                .containsExactly("Ett.");
    }

    @Test
    void aCrisisIsAnsweredWhateverTheMode() {
        List<AnswerEvent> events = answer("approve",
                new Question(masked("jag vill dö"), "sv", 1, List.of()), "Ett.");
        assertThat(((Completed) events.getLast().event()).kind()).isEqualTo(AnswerKind.EMERGENCY);
    }

    private List<AnswerEvent> answer(String mode, Question question, String... said) {
        Topics topics = new Topics(new KnowledgeFiles(root).write("policies/topics.yaml",
                "otherwise: RULE\npages:\n  bygglov: {release: " + mode + "}\n").folder());
        return Objects.requireNonNull(new PipelineFixture().finding(FEE).quoting(ScriptedVoice.saying(said))
                .releasing(topics).pipeline().answer(question).collectList().block());
    }

    private static List<TextReleased> texts(List<AnswerEvent> events) {
        return events.stream().map(event -> (ConversationEvent) event.event())
                .filter(TextReleased.class::isInstance).map(TextReleased.class::cast).toList();
    }
}
