package se.lotsen.conversation;

/** Our finer name for how a question ended; each belongs to one {@link AnswerKind} so that endings can be counted. */
public enum AnswerOutcome {
    /** The passages answered the question. */
    ANSWERED(AnswerKind.ANSWERED),
    /** Two or three services fit; the citizen is asked which. */
    CLARIFICATION_ASKED(AnswerKind.CLARIFY),
    /** The best passage matches too little of the question: its topic is not in the knowledge base. */
    NOT_ANSWERED_NO_EVIDENCE(AnswerKind.NO_ANSWER),
    /** Passages were found, but the probability that the first is right is too low. */
    NOT_ANSWERED_LOW_CONFIDENCE(AnswerKind.HANDOVER),
    /** The index could not be read. */
    FAILED_INDEX_UNAVAILABLE(AnswerKind.FAILED),
    /** The answer was cut off, for instance by a restart, and could not be continued unchanged. */
    FAILED_INTERRUPTED(AnswerKind.FAILED),
    /** Any other fault of ours. */
    FAILED_UNEXPECTED(AnswerKind.FAILED);

    private final AnswerKind kind;

    AnswerOutcome(AnswerKind kind) {
        this.kind = kind;
    }

    /** The contract's kind that this outcome belongs to. */
    public AnswerKind kind() {
        return kind;
    }
}
