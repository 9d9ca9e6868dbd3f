package se.lotsen.conversation;

/** By which way a citizen's questions came. */
public enum ContactChannel {
    /** The citizen writes. */
    CHAT,
    /** The citizen calls, and an agent asks. */
    PHONE
}
