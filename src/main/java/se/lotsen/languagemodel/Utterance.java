package se.lotsen.languagemodel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Passage;

/**
 * One sentence of a model, put together from its stream. It is untrusted until it has been held against what it cites.
 *
 * @param text plain text with its values put back; what the model wrote where there is a slip
 * @param cited the passages that it names, of the request's; empty only with a slip
 * @param slip why it cannot be said whatever its passages hold; null where nothing is wrong with its form
 */
public record Utterance(String text, List<Passage> cited, @Nullable Slip slip) {

    /** What makes a sentence unsayable before anything is compared. */
    public enum Slip {
        /** It names no passage. */
        NO_CITATION,
        /** It names a passage that was not given. */
        UNKNOWN_CITATION,
        /** It holds a placeholder that was not given, or a link of its own. */
        UNKNOWN_VALUE,
        /** HTML, a picture, a heading, a table, a link in brackets, code. */
        MARKUP,
        /** The assistant speaks of itself: it can do nothing that is worth saying. */
        FIRST_PERSON,
        /** It begins in the middle. */
        FRAGMENT,
        /** Longer than a plain sentence can be. */
        TOO_LONG
    }
}
