package se.lotsen.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures about one retrieval that the confidence needs, named as in the measured model they belong to.
 *
 * @param boundShare u: the top passage's catch-all score over the highest score that the question could reach, 0..1
 * @param runnerUp r: the best score of another page over the top score, 0..1; 0 when there is no other page
 * @param gramCoverage g: idf share of the question's 4-grams found in the top passage, 0..1
 * @param focusCoverage f: idf share of the question's stems found in the top passage's title, headings and first
 *            sentence, 0..1
 * @param topShare p: the top page's softmax share among the first twenty pages, 0..1
 * @param questionWeight Q: sum of the idf of the question's stems, at least 0
 * @param foundWeight H: the part of Q that the top passage holds, at least 0
 * @param contentWords different words of the question that are not stop words; a question of one word has no context
 * @param closeness how close the first page comes beside the others
 * @param meaning what the vectors say, or why they say nothing
 */
public record Evidence(double boundShare, double runnerUp, double gramCoverage, double focusCoverage,
        double topShare, double questionWeight, double foundWeight, int contentWords,
        Closeness closeness, Meaning meaning) {

    /** Words alone. */
    public Evidence(double boundShare, double runnerUp, double gramCoverage, double focusCoverage,
            double topShare, double questionWeight, double foundWeight, int contentWords,
            Closeness closeness) {
        this(boundShare, runnerUp, gramCoverage, focusCoverage, topShare, questionWeight, foundWeight,
                contentWords, closeness, Meaning.NOT_CONFIGURED);
    }

    /** Where nothing is known of the closeness. */
    public Evidence(double boundShare, double runnerUp, double gramCoverage, double focusCoverage,
            double topShare, double questionWeight, double foundWeight, int contentWords) {
        this(boundShare, runnerUp, gramCoverage, focusCoverage, topShare, questionWeight, foundWeight,
                contentWords, Closeness.NONE);
    }

    /** Nothing was found. */
    public static final Evidence NONE = new Evidence(0, 0, 0, 0, 0, 0, 0, 0);

    /** The same of words, with what the vectors say. */
    Evidence with(Meaning vectors) {
        return new Evidence(boundShare, runnerUp, gramCoverage, focusCoverage, topShare, questionWeight,
                foundWeight, contentWords, closeness, vectors);
    }

    /**
     * The figures by name as a model takes them: weights by their logarithm, ln(1 + x). Those of the vectors are there only
     * when vectors took part.
     */
    public Map<String, Double> features() {
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("boundShare", boundShare);
        features.put("runnerUp", runnerUp);
        features.put("gramCoverage", gramCoverage);
        features.put("focusCoverage", focusCoverage);
        features.put("topShare", topShare);
        features.put("logQuestionWeight", Math.log1p(questionWeight));
        features.put("logFoundWeight", Math.log1p(foundWeight));
        features.putAll(closeness.features());
        if (meaning.isUsed()) {
            features.putAll(meaning.features());
        }
        return features;
    }
}
