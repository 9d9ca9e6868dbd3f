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
    /** The citizen asks for a person. */
    @JsonProperty("asked-for")
    ASKED_FOR,
    /** Only a person may judge it. */
    @JsonProperty("judgement")
    JUDGEMENT,
    /** Another authority's matter. */
    @JsonProperty("other-authority")
    OTHER_AUTHORITY,
    /** Asked in a language that no page speaks. */
    @JsonProperty("language")
    LANGUAGE,
    /** The assistant is switched off for the topic. */
    @JsonProperty("topic-off")
    TOPIC_OFF,
    /** The operators have switched the assistant off, or have it list pages alone. */
    @JsonProperty("switched-off")
    SWITCHED_OFF,
    /** In this topic a person looks at an answer before the citizen gets it. */
    @JsonProperty("reviewed-first")
    REVIEWED_FIRST,
    /** The page is out of date. */
    @JsonProperty("page-outdated")
    PAGE_OUTDATED,
    /** Two pages say different things. */
    @JsonProperty("sources-disagree")
    SOURCES_DISAGREE,
    /** A fault of ours. */
    @JsonProperty("fault")
    FAULT
}
