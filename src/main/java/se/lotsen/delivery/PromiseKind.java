package se.lotsen.delivery;

/** How a person of the municipality is to make contact. */
public enum PromiseKind {
    /** The citizen has written a message and reads the answer in the conversation. */
    MESSAGE,
    /** Somebody calls, at latest at the end of a slot. */
    CALL_BACK,
    /** Somebody answers by e-mail. */
    EMAIL
}
