package se.lotsen.insight;

import java.util.EnumSet;
import java.util.Set;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.PastQuestion;

/** Which endings count as what, for every figure alike. */
final class Endings {
    private static final Set<AnswerKind> UNANSWERED = EnumSet.of(AnswerKind.NO_ANSWER, AnswerKind.HANDOVER,
            AnswerKind.FAILED);

    private Endings() {
    }

    /** A greeting asks nothing. */
    static boolean asks(AnswerOutcome outcome) {
        return outcome.kind() != AnswerKind.GREETING;
    }

    /** Text from pages was given. */
    static boolean isAnswered(AnswerOutcome outcome) {
        return outcome.kind() == AnswerKind.ANSWERED;
    }

    /**
     * Nothing was found, or nothing that could be said, or a fault. Who asks for a person has asked nothing that pages
     * could answer; who is referred, declined by a rule, asked back or shown the emergency card was met as intended.
     */
    static boolean isUnanswered(AnswerOutcome outcome) {
        return outcome != AnswerOutcome.PERSON_ASKED_FOR && UNANSWERED.contains(outcome.kind());
    }

    /** It was not answered, or the citizen says that the answer did not help. */
    static boolean isUnsolved(PastQuestion question) {
        return isUnanswered(question.outcome()) || Boolean.FALSE.equals(question.helpful());
    }
}
