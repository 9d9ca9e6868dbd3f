package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.Masked.masked;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.confidence.Thresholds;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.HandoverReason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerTests {
    private static final Question QUESTION = new Question(masked("Mitt nummer är 850709-9805"), "sv", 1,
            List.of());
    private static final AnswerEvent.Finished END = new AnswerEvent.Finished(
            new ConversationEvent.Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, 1, 0.9),
            Explanation.of(QUESTION, AnswerOutcome.ANSWERED, new Thresholds(0, 0, 0)));
    private static final List<AnswerEvent> EVENTS = List.of(
            released(new ConversationEvent.QuestionAsked(QUESTION.text(), "sv")),
            released(new ConversationEvent.SourcesFound(
                    List.of(new ConversationEvent.Source("a", "Om a", 0.5, "/knowledge/a", null, null)))),
            released(new ConversationEvent.TextReleased("Ett.", List.of(new Citation("a", "Rubrik",
                    "/knowledge/a#rubrik")))),
            released(
                    new ConversationEvent.ChoicesOffered(List.of(new ConversationEvent.Choice("Om a", "a")))),
            released(new ConversationEvent.HandoverOffered(HandoverReason.ALWAYS_OFFERED, true, null,
                    "Ring oss.",
                    "031-390 06 00", null)),
            END, released(new ConversationEvent.TextReleased("Efter slutet.", List.of())));

    @Test
    void gathersTheEventsUpToTheEnd() {
        Answer answer = Answer.of(QUESTION, EVENTS);
        assertThat(answer.kind()).isEqualTo(AnswerKind.ANSWERED);
        assertThat(answer.confidence()).isEqualTo(0.9);
        assertThat(answer.answer()).containsExactly(
                new Answer.Sentence("Ett.", List.of(new Citation("a", "Rubrik", "/knowledge/a#rubrik"))));
        assertThat(answer.sources()).extracting(ConversationEvent.Source::page).containsExactly("a");
        assertThat(answer.choices()).hasSize(1);
        assertThat(answer.handover())
                .isEqualTo(new Answer.Handover(true, HandoverReason.ALWAYS_OFFERED, true, null, "Ring oss."));
    }

    @Test
    void showsTheQuestionWithoutPersonalData() {
        assertThat(Answer.of(QUESTION, EVENTS).question()).doesNotContain("850709").contains("[");
    }

    @Test
    void withoutAnOfferNothingIsOffered() {
        assertThat(Answer.of(QUESTION, List.of(END)).handover()).isEqualTo(Answer.Handover.NONE);
    }

    @Test
    void refusesEventsWithoutAnEnd() {
        assertThatThrownBy(() -> Answer.of(QUESTION, EVENTS.subList(0, 5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Answer.of(QUESTION, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenWithTheContractsNames() {
        JsonNode json = JsonMapper.builder().build().valueToTree(Answer.of(QUESTION, EVENTS));
        assertThat(json.propertyNames()).contains("question", "language", "kind", "outcome", "confidence",
                "answer", "sources", "choices", "handover");
        assertThat(json.at("/kind").asString()).isEqualTo("answered");
        assertThat(json.at("/answer/0/sources/0/url").asString()).isEqualTo("/knowledge/a#rubrik");
        assertThat(json.at("/sources/0").propertyNames()).contains("page", "title", "score");
        assertThat(json.at("/handover").propertyNames()).contains("offered", "reason", "openNow",
                "nextOpening");
        assertThat(json.at("/handover/nextOpening").isNull()).isTrue();
    }

    private static AnswerEvent released(ConversationEvent event) {
        return new AnswerEvent.Released(event);
    }
}
