package se.lotsen.conversation;

/** Our finer name for how a question ended; each belongs to one {@link AnswerKind} so that endings can be counted. */
public enum AnswerOutcome {
    /** The passages answered the question. */
    ANSWERED(AnswerKind.ANSWERED, HandoverReason.ALWAYS_OFFERED),
    /** Two or three services fit; the citizen is asked which. */
    CLARIFICATION_ASKED(AnswerKind.CLARIFY, HandoverReason.UNCLEAR),
    /** The best passage matches too little of the question: its topic is not in the knowledge base. */
    NOT_ANSWERED_NO_EVIDENCE(AnswerKind.NO_ANSWER, HandoverReason.NO_EVIDENCE),
    /** Passages were found, but the probability that the first is right is too low. */
    NOT_ANSWERED_LOW_CONFIDENCE(AnswerKind.HANDOVER, HandoverReason.LOW_CONFIDENCE),
    /** The index could not be read. */
    FAILED_INDEX_UNAVAILABLE(AnswerKind.FAILED, HandoverReason.FAULT),
    /** The answer was cut off, for instance by a restart, and could not be continued unchanged. */
    FAILED_INTERRUPTED(AnswerKind.FAILED, HandoverReason.FAULT),
    /** Any other fault of ours. */
    FAILED_UNEXPECTED(AnswerKind.FAILED, HandoverReason.FAULT);

    private final AnswerKind kind;
    private final HandoverReason handoverReason;

    AnswerOutcome(AnswerKind kind, HandoverReason handoverReason) {
        this.kind = kind;
        this.handoverReason = handoverReason;
    }

    /** Why a person is offered with it. */
    public HandoverReason handoverReason() {
        return handoverReason;
    }

    /** The contract's kind that this outcome belongs to. */
    public AnswerKind kind() {
        return kind;
    }
}
