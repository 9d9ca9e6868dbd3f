package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Completed;

/** How the last questions ended, of those that the confidence decided about. */
class RecentQuestionsTests {
    private final RecentQuestions last = new RecentQuestions();
    private final ObservationRegistry registry = ObservationRegistry.create();

    @BeforeEach
    void listen() {
        registry.observationConfig().observationHandler(last);
    }

    @Test
    void beforeTheFirstQuestionNothingIsClaimed() {
        assertThat(last.count()).isZero();
        assertThat(last.share(AnswerKind.ANSWERED)).isNaN();
        assertThat(last.promisedRight()).isNaN();
    }

    @Test
    void whatRulesAndFaultsEndDoesNotCount() {
        ended(AnswerOutcome.ANSWERED, 0.9);
        ended(AnswerOutcome.ANSWERED, 0.7);
        ended(AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE, 0.2);
        ended(AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, 0);
        ended(AnswerOutcome.GREETED, 0);
        ended(AnswerOutcome.EMERGENCY_CARD_SHOWN, 0);
        ended(AnswerOutcome.FAILED_UNEXPECTED, 0);
        Observation.start("lotsen.question", registry).stop();
        assertThat(last.count()).isEqualTo(4);
        assertThat(last.share(AnswerKind.ANSWERED)).isEqualTo(0.5);
        assertThat(last.share(AnswerKind.HANDOVER)).isEqualTo(0.25);
        assertThat(last.promisedRight()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void theOldestIsForgotten() {
        ended(AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE, 0);
        for (int i = 0; i < RecentQuestions.LAST; i++) {
            ended(AnswerOutcome.ANSWERED, 1);
        }
        assertThat(last.count()).isEqualTo(RecentQuestions.LAST);
        assertThat(last.share(AnswerKind.HANDOVER)).isZero();
    }

    private void ended(AnswerOutcome outcome, double confidence) {
        Observation question = Observation.start("lotsen.question", registry);
        question.getContext().put(Completed.class, new Completed(outcome.kind(), outcome, 1, confidence));
        question.stop();
    }
}
