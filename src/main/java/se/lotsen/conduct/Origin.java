package se.lotsen.conduct;

/** Where a threat was seen. */
public enum Origin {
    /** An agent has marked the conversation. */
    AGENT,
    /** In a question to the assistant. */
    QUESTION,
    /** In a message to a person. */
    MESSAGE
}
