package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a person is offered. */
public enum HandoverReason {
    /** The question was answered; a person is offered all the same, as always. */
    @JsonProperty("always-offered")
    ALWAYS_OFFERED,
    /** The question could mean several things. */
    @JsonProperty("unclear")
    UNCLEAR,
    /** Nothing in the knowledge base is about it. */
    @JsonProperty("no-evidence")
    NO_EVIDENCE,
    /** The pages that were found are too uncertain. */
    @JsonProperty("low-confidence")
    LOW_CONFIDENCE,
    /** A fault of ours. */
    @JsonProperty("fault")
    FAULT
}
