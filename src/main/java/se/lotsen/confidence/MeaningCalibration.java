package se.lotsen.confidence;

import se.lotsen.retrieval.Meaning;

/**
 * What is used beside words where the index holds vectors of one named model; never for another one's.
 *
 * @param model the embedding model's id
 * @param home for questions in the pages' own language
 * @param foreign for questions in other languages
 */
public record MeaningCalibration(String model, Group home, Group foreign) {

    /**
     * What holds for one group of languages.
     *
     * @param weight of vectors beside words; at least 0
     * @param confidence the probability
     * @param thresholds what it is held against
     */
    public record Group(double weight, ConfidenceModel confidence, Thresholds thresholds) {

        /** Refuses a weight that would count nearness against a page. */
        public Group {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("the weight must be at least 0, but is " + weight);
            }
        }
    }

    /** What holds for a question; where it was found by another model, nothing does. */
    Group of(Meaning meaning) {
        return meaning.home() ? home : foreign;
    }
}
