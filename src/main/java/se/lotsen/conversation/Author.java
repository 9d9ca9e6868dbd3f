package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who wrote a message while a person had the case. */
public enum Author {
    /** The resident. */
    @JsonProperty("citizen")
    CITIZEN,
    /** A person of the municipality. */
    @JsonProperty("agent")
    AGENT
}
