package se.lotsen.retrieval;

import se.lotsen.knowledge.Passage;

/**
 * A passage and why it stands where it stands.
 *
 * @param passage the passage as it is indexed
 * @param digest the digest of the page version that it was cut from
 * @param score the whole query's score, unbounded; comparable within one retrieval only
 * @param parts the score's four parts
 */
public record RankedPassage(Passage passage, String digest, double score, Parts parts) {

    /**
     * BM25 scores of one passage, before weighting: {@code all} is the catch-all field (questions three times, headings
     * three times, body), {@code question} holds questions and phrasings alone; {@code stems} are whole words,
     * {@code grams} parts of four letters.
     */
    public record Parts(double allStems, double allGrams, double questionStems, double questionGrams) {
    }
}
