package se.lotsen.screening;

/**
 * What a rule of the screen asks for before any search. The order is the priority: when a question meets several rules,
 * the earlier action wins.
 */
public enum ScreeningAction {
    /** A person may be in danger: a fixed card with numbers to call. */
    EMERGENCY,
    /** A threat against those who work here, or against others: supervisors are told, and this is what is said. */
    THREAT,
    /** The citizen asks for a human. */
    PERSON,
    /** Abuse of the assistant: one calm line first, and another reply when it goes on. */
    ABUSE,
    /** The assistant must not answer this, whatever the pages say. */
    DECLINED,
    /** The matter is somebody else's: name, number, link. */
    REFERRED,
    /** No question at all: a greeting, thanks, noise. */
    GREETING
}
