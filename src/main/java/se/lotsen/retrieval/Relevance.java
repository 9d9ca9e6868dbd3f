package se.lotsen.retrieval;

/** How strongly texts speak of one question. */
@FunctionalInterface
public interface Relevance {
    /** The idf-weighted share of the question's words, 0..1, that the text holds; a word counts in part by its 4-grams. */
    double of(String text);
}
