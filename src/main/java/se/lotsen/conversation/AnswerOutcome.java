package se.lotsen.conversation;

/** Our finer name for how a question ended; each belongs to one {@link AnswerKind} so that endings can be counted. */
public enum AnswerOutcome {
    /** The passages answered the question. */
    ANSWERED(AnswerKind.ANSWERED, HandoverReason.ALWAYS_OFFERED),
    /** The same, asked in another language: a model's translation of the quoted sentences, which were checked one by one. */
    ANSWERED_TRANSLATED(AnswerKind.ANSWERED, HandoverReason.ALWAYS_OFFERED),
    /** The same, asked in another language: quoted in Swedish, as there is no translation that holds. */
    ANSWERED_IN_SWEDISH(AnswerKind.ANSWERED, HandoverReason.ALWAYS_OFFERED),
    /** Two or three services fit; the citizen is asked which. */
    CLARIFICATION_ASKED(AnswerKind.CLARIFY, HandoverReason.UNCLEAR),
    /** The best passage matches too little of the question: its topic is not in the knowledge base. */
    NOT_ANSWERED_NO_EVIDENCE(AnswerKind.NO_ANSWER, HandoverReason.NO_EVIDENCE),
    /** Passages were found, but the probability that the first is right is too low. */
    NOT_ANSWERED_LOW_CONFIDENCE(AnswerKind.HANDOVER, HandoverReason.LOW_CONFIDENCE),
    /** The citizen was asked twice which service is meant, and it is still unclear. */
    NOT_ANSWERED_STILL_UNCLEAR(AnswerKind.HANDOVER, HandoverReason.UNCLEAR),
    /** What could have been said did not hold against the passages it cites. */
    NOT_ANSWERED_NOT_GROUNDED(AnswerKind.HANDOVER, HandoverReason.LOW_CONFIDENCE),
    /** Two pages state different values for the same thing. */
    NOT_ANSWERED_SOURCES_DISAGREE(AnswerKind.HANDOVER, HandoverReason.SOURCES_DISAGREE),
    /** The page's content is no longer valid, or not yet. */
    NOT_ANSWERED_PAGE_EXPIRED(AnswerKind.HANDOVER, HandoverReason.PAGE_OUTDATED),
    /** Nobody has confirmed the page in time: its address is given, not its text. */
    NOT_ANSWERED_PAGE_OVERDUE(AnswerKind.HANDOVER, HandoverReason.PAGE_OUTDATED),
    /** The municipality has switched the assistant off for this topic. */
    NOT_ANSWERED_TOPIC_OFF(AnswerKind.HANDOVER, HandoverReason.TOPIC_OFF),
    /** There is an answer that the municipality has a person look at first: it is a draft, and is not shown. */
    NOT_ANSWERED_DRAFT_ONLY(AnswerKind.HANDOVER, HandoverReason.REVIEWED_FIRST),
    /** The same, and the person can send it unchanged. */
    NOT_ANSWERED_UNTIL_APPROVED(AnswerKind.HANDOVER, HandoverReason.REVIEWED_FIRST),
    /** There is an answer that is only tried yet: nobody is shown it, and editors grade it. */
    NOT_ANSWERED_SHADOW(AnswerKind.HANDOVER, HandoverReason.TOPIC_OFF),
    /** In this topic the assistant answers staff alone yet; the pages are listed. */
    NOT_ANSWERED_PILOT(AnswerKind.HANDOVER, HandoverReason.TOPIC_OFF),
    /** The operators have the assistant list pages and say nothing. */
    NOT_ANSWERED_SEARCH_ONLY(AnswerKind.HANDOVER, HandoverReason.SWITCHED_OFF),
    /** The operators have switched the assistant off. */
    NOT_ANSWERED_SWITCHED_OFF(AnswerKind.HANDOVER, HandoverReason.SWITCHED_OFF),
    /** Asked in a language that no page speaks. */
    NOT_ANSWERED_LANGUAGE(AnswerKind.HANDOVER, HandoverReason.LANGUAGE),
    /** A screening rule: the citizen asks for a person. */
    PERSON_ASKED_FOR(AnswerKind.HANDOVER, HandoverReason.ASKED_FOR),
    /** A screening rule: danger or crisis; the card was shown. */
    EMERGENCY_CARD_SHOWN(AnswerKind.EMERGENCY, HandoverReason.ALWAYS_OFFERED),
    /** A screening rule: another authority's matter. */
    REFERRED_TO_AUTHORITY(AnswerKind.REFERRED, HandoverReason.OTHER_AUTHORITY),
    /** A screening rule: not for an assistant to say. */
    DECLINED_BY_RULE(AnswerKind.DECLINED, HandoverReason.JUDGEMENT),
    /** A screening rule: a threat against those who work here, or others; supervisors are told elsewhere. */
    THREAT_MET(AnswerKind.DECLINED, HandoverReason.JUDGEMENT),
    /** A screening rule: abuse of the assistant, for the first time in the conversation; one line asks to stop. */
    ABUSE_WARNED(AnswerKind.DECLINED, HandoverReason.JUDGEMENT),
    /** The same again: the card that ends with the telephone and e-mail. */
    ABUSE_ENDED(AnswerKind.DECLINED, HandoverReason.JUDGEMENT),
    /** A screening rule: a greeting, thanks or noise. */
    GREETED(AnswerKind.GREETING, HandoverReason.ALWAYS_OFFERED),
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

    /**
     * A greeting needs nobody, an emergency's card names whom to call, and a warning is one line: with these no person is
     * offered beside.
     */
    public boolean offersPerson() {
        return kind != AnswerKind.GREETING && kind != AnswerKind.EMERGENCY && this != ABUSE_WARNED;
    }

    /** Whether the pages that were found may help although nothing is quoted from them. */
    public boolean linksPages() {
        return switch (this) {
            case NOT_ANSWERED_LANGUAGE, DECLINED_BY_RULE, REFERRED_TO_AUTHORITY, NOT_ANSWERED_PAGE_OVERDUE,
                    NOT_ANSWERED_SOURCES_DISAGREE, NOT_ANSWERED_PILOT, NOT_ANSWERED_SEARCH_ONLY ->
                true;
            default -> false;
        };
    }

    /** The contract's kind that this outcome belongs to. */
    public AnswerKind kind() {
        return kind;
    }
}
