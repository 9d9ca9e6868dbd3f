package se.lotsen.retrieval;

/** How much vectors count beside words. */
public interface MeaningWeights {
    /**
     * Where nobody has calibrated: the laboratory's weights for SweFAQ and its English translations
     * (docs/adr/0019-words-and-meaning.md).
     */
    MeaningWeights LABORATORY = (model, home) -> home ? 1 : 2.5;

    /**
     * What five standard deviations of a passage's cosine above the mean count, in shares of the best words' score.
     *
     * @param model the vectors' model
     * @param home whether the question is in the pages' own language
     * @return at least 0
     */
    double weight(String model, boolean home);
}
