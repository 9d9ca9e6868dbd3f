package se.lotsen.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a page is written for. */
public enum Audience {
    /** People who live here. */
    @JsonProperty("residents")
    RESIDENTS,
    /** Companies. */
    @JsonProperty("businesses")
    BUSINESSES,
    /** People who come here. */
    @JsonProperty("visitors")
    VISITORS,
    /** Clubs and associations. */
    @JsonProperty("associations")
    ASSOCIATIONS
}
