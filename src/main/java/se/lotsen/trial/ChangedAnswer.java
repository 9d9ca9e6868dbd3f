package se.lotsen.trial;

/**
 * A question that is answered otherwise.
 *
 * @param effect whether that is better or worse, as far as anybody has said what is right
 */
public record ChangedAnswer(TrialQuestion question, TrialAnswer before, TrialAnswer after, Effect effect) {

    /** What a change does to an answer. */
    public enum Effect {
        /** A test question that was right and is not any more. */
        REGRESSION,
        /** A test question that was wrong and is right. */
        IMPROVEMENT,
        /** A resident's question that was answered and is not any more. */
        LOST,
        /** A resident's question that was not answered and is. */
        WON,
        /** Answered in both cases, in other words or from another place; or not answered in another way. */
        OTHER
    }
}
