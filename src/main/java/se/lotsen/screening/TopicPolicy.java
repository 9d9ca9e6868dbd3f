package se.lotsen.screening;

/** How far the assistant may go in a topic, from the freest to the strictest. */
public enum TopicPolicy {
    /** What the pages say may be answered. */
    RULE,
    /** The general criteria may be told, never what they mean for the person who asks. */
    GUIDANCE,
    /** A person always decides and answers. */
    JUDGEMENT
}
