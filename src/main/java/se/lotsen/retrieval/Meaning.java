package se.lotsen.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the vectors say of the first page, for the confidence. A cosine is one of centred vectors
 * (docs/adr/0019-words-and-meaning.md).
 *
 * @param model the model's id; empty when words alone have decided
 * @param without why words alone have decided: {@code NOT_CONFIGURED}, {@code NOT_READY}, or the reason that the backend
 *            gave; empty when they have not
 * @param home whether the question is in the pages' own language
 * @param cosine the first page's best passage and the question, -1..1
 * @param bestCosine the best of all pages, -1..1
 * @param standing {@code bestCosine} in standard deviations above the mean of all passages for this question
 * @param lead {@code cosine} less the best cosine of any other page, -2..2
 * @param fusedLead how far the first page's fused score is above the second page's, in shares of the best words' score
 * @param agrees 1 when vectors alone, and words alone, would have put the same page first, otherwise 0
 */
public record Meaning(String model, String without, boolean home, double cosine, double bestCosine,
        double standing, double lead, double fusedLead, int agrees) {

    /** No model is configured. */
    public static final Meaning NOT_CONFIGURED = without("NOT_CONFIGURED");

    /** Words alone decide. */
    static Meaning without(String reason) {
        return new Meaning("", reason, true, 0, 0, 0, 0, 0, 0);
    }

    /** Whether vectors took part. */
    public boolean isUsed() {
        return !model.isEmpty();
    }

    /** The figures by name. */
    public Map<String, Double> features() {
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("cosine", cosine);
        features.put("bestCosine", bestCosine);
        features.put("standing", standing);
        features.put("cosineLead", lead);
        features.put("fusedLead", fusedLead);
        features.put("meaningAgrees", (double) agrees);
        return features;
    }
}
