package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who has a conversation. Which state may follow which stands in {@link StateChange}. */
public enum ConversationState {
    /** The assistant answers; every conversation begins so. */
    @JsonProperty("with_assistant")
    WITH_ASSISTANT,
    /** The citizen waits in a queue for a person; the assistant is silent. */
    @JsonProperty("waiting")
    WAITING,
    /** One agent has the case; the assistant is silent. */
    @JsonProperty("with_agent")
    WITH_AGENT,
    /** An agent has ended the case. */
    @JsonProperty("closed")
    CLOSED
}
