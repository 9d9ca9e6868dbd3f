package se.lotsen.retrieval;

/** How much vectors count beside words. */
public interface MeaningWeights {
    /**
     * Where nobody has calibrated: the laboratory's weight for multilingual-e5-small on Swedish sets, and a higher one where
     * the words say little (docs/adr/0019-words-and-meaning.md).
     */
    MeaningWeights LABORATORY = (model, home) -> home ? 0.5 : 1;

    /**
     * What five standard deviations of a passage's cosine above the mean count, in shares of the score of a passage that
     * holds every word of the question.
     *
     * @param model the vectors' model
     * @param home whether the question is in the pages' own language
     * @return at least 0
     */
    double weight(String model, boolean home);
}
