package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.knowledge.Passage;
import se.lotsen.testing.ScriptedVoice;

/** What the operators' switch leaves of the assistant. */
class AssistantModeTests {
    private static final Passage FEE = aPassage("bygglov").under("Avgift").paragraph("Ett.", "Två.").build();

    @ParameterizedTest
    @EnumSource(value = AssistantMode.class, names = "ON", mode = EnumSource.Mode.EXCLUDE)
    void whateverIsSwitchedOffThereIsAPersonAndNoWordOfAPage(AssistantMode mode) {
        List<AnswerEvent> events = answer(mode, PipelineFixture.QUESTION);
        assertThat(PipelineFixture.texts(events)).singleElement()
                .satisfies(text -> assertThat(text).contains("En person").doesNotContain("Ett."));
        assertThat(events).extracting(AnswerEvent::event).filteredOn(HandoverOffered.class::isInstance)
                .singleElement()
                .satisfies(offer -> assertThat(((HandoverOffered) offer).reason())
                        .isEqualTo(HandoverReason.SWITCHED_OFF));
    }

    @Test
    void searchOnlyListsThePages() {
        List<AnswerEvent> events = answer(AssistantMode.SEARCH_ONLY, PipelineFixture.QUESTION);
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.NOT_ANSWERED_SEARCH_ONLY);
        assertThat(((SourcesFound) events.getFirst().event()).sources()).isNotEmpty();
        assertThat(outcome(events).linksPages()).isTrue();
    }

    @Test
    void handoverOnlySearchesNothingAndStillRefersToOtherAuthorities() {
        List<AnswerEvent> events = answer(AssistantMode.HANDOVER_ONLY, PipelineFixture.QUESTION);
        assertThat(outcome(events)).isEqualTo(AnswerOutcome.NOT_ANSWERED_SWITCHED_OFF);
        assertThat(events).extracting(event -> event.event().type()).containsExactly("text", "handover-offer",
                "completed");
        assertThat(outcome(answer(AssistantMode.HANDOVER_ONLY, question("hej"))))
                .isEqualTo(AnswerOutcome.GREETED);
    }

    @Test
    void offMeansOffEvenForAGreeting() {
        assertThat(outcome(answer(AssistantMode.OFF, question("hej"))))
                .isEqualTo(AnswerOutcome.NOT_ANSWERED_SWITCHED_OFF);
    }

    @ParameterizedTest
    @EnumSource(AssistantMode.class)
    void aCrisisIsMetInEveryMode(AssistantMode mode) {
        assertThat(((Completed) answer(mode, question("jag vill dö")).getLast().event()).kind())
                .isEqualTo(AnswerKind.EMERGENCY);
    }

    @ParameterizedTest
    @EnumSource(AssistantMode.class)
    void ofTwoModesTheStricterHoldsAndCodesLeadBack(AssistantMode mode) {
        assertThat(mode.or(AssistantMode.ON)).isEqualTo(mode);
        assertThat(AssistantMode.OFF.or(mode)).isEqualTo(AssistantMode.OFF);
        assertThat(AssistantMode.of(mode.code())).contains(mode);
    }

    private static Question question(String text) {
        return new Question(masked(text), "sv", 1, List.of());
    }

    private static AnswerOutcome outcome(List<AnswerEvent> events) {
        return ((Completed) events.getLast().event()).outcome();
    }

    private static List<AnswerEvent> answer(AssistantMode mode, Question question) {
        return Objects.requireNonNull(new PipelineFixture().finding(FEE).quoting(ScriptedVoice.saying("Ett."))
                .switchedTo(mode).pipeline().answer(question).collectList().block());
    }
}
