package se.lotsen.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an answer is, in the words of the outside contract; every question ends in exactly one. */
public enum AnswerKind {
    /** Text from pages, every sentence cited. */
    @JsonProperty("answered")
    ANSWERED,
    /** One question back, with choices. */
    @JsonProperty("clarify")
    CLARIFY,
    /** Another authority's matter: who, phone, link. */
    @JsonProperty("referred")
    REFERRED,
    /** Crisis or danger: the card. */
    @JsonProperty("emergency")
    EMERGENCY,
    /** Not answered here, with what helps instead. */
    @JsonProperty("declined")
    DECLINED,
    /** A person is asked for or needed. */
    @JsonProperty("handover")
    HANDOVER,
    /** Nothing in the knowledge base. */
    @JsonProperty("no_answer")
    NO_ANSWER,
    /** Greeting, thanks, noise. */
    @JsonProperty("greeting")
    GREETING,
    /** A fault of ours. */
    @JsonProperty("failed")
    FAILED;

    /** The contract's name, such as {@code no_answer}. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
