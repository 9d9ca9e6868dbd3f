package se.lotsen.answering;

import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.MaskedText;
import se.lotsen.retrieval.Retrieval;

/**
 * How a question is understood in its conversation, and what was found for it.
 *
 * @param kind what it leans on
 * @param asked what is to be answered: the citizen's words, with earlier ones before them where they lean on those
 * @param page the page that the conversation is about, or that editors have chosen; null when the question stands alone
 * @param retrieval what was found for the question so understood
 * @param share how much of the question's own words the page speaks of, 0..1; 1 for a question that stands alone
 */
record Reading(Kind kind, MaskedText asked, @Nullable String page, Retrieval retrieval, double share) {

    /** What a question can lean on. */
    enum Kind {
        /** Nothing: it is complete in itself. */
        STANDALONE,
        /** Nothing: editors have said which page answers it. */
        PINNED,
        /** One of the services that the citizen was asked to choose between. */
        CHOICE,
        /** The page that the last answer quoted. */
        FOLLOW_UP,
        /** An earlier question that was not understood; the new words make it clearer. */
        REFINED,
        /** What a model made of it and of the questions before it. */
        REWRITTEN
    }
}
