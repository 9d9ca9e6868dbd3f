package se.lotsen.retrieval;

/** Finds the passages that may answer a question. Implementations are safe for concurrent use and block shortly. */
public interface Retriever {

    /**
     * @param question a citizen's words, masked; anything at all is accepted, and words that the index does not know
     *            simply find nothing
     * @param language the language that it is written in, such as {@code sv}
     * @return what was found, possibly nothing
     * @throws IndexUnavailable when the index cannot be read; a fault is never an empty result
     */
    Retrieval retrieve(String question, String language);

    /**
     * The passages of one page alone, ranked for the question; those that hold none of its words come last.
     *
     * @param page a page's id; nothing is found when the index does not have it
     * @throws IndexUnavailable as above
     */
    Retrieval retrieveWithin(String question, String page);
}
