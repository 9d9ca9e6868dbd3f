package se.lotsen.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How close the first page comes to the question, beside the pages after it. Each figure stays because it paid in
 * cross-validation on three sets (docs/evaluation.md).
 *
 * @param lead the first page's share of e to the power of ten times score over upper bound, among the first twenty pages,
 *            0..1; unlike a plain softmax it is the same for long and short questions. Pages whose passage is nearly
 *            identical to the first one do not count against it
 * @param nearRivals other pages whose score is at least nine tenths of the first one's, duplicates left out; 0..19
 * @param strangeWeight the share of the question's weight in words of which the top passage, and its page's questions,
 *            hold less than two fifths of the 4-grams, 0..1
 * @param strangeWords how many of the question's words they hold less than three fifths of; at least 0
 * @param questionsAgree 1 when the page's own questions and phrasings alone would have put it first, otherwise 0
 * @param textCoverage the share of the question's weight in the top passage's own words, headings included, parts of
 *            words in part, 0..1
 * @param sentenceLead the same for the top passage's best single sentence, less that of the second page's, -1..1
 * @param phrasing how alike the question and the one phrasing of the page that is most like it are, by shared 4-grams
 *            (Dice), 0..1; 1 for the same words in any order
 * @param phrasingLead {@code phrasing} less the same of the next pages, -1..1
 */
public record Closeness(double lead, int nearRivals, double strangeWeight, int strangeWords,
        int questionsAgree,
        double textCoverage, double sentenceLead, double phrasing, double phrasingLead) {

    /** Nothing speaks for the first page. */
    public static final Closeness NONE = new Closeness(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The figures by name. {@code phrasing} and its lead are for a rule, not for a model: they did not pay there. */
    Map<String, Double> features() {
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("lead", lead);
        features.put("nearRivals", (double) nearRivals);
        features.put("strangeWeight", strangeWeight);
        features.put("strangeWords", (double) strangeWords);
        features.put("questionsAgree", (double) questionsAgree);
        features.put("textCoverage", textCoverage);
        features.put("sentenceLead", sentenceLead);
        return features;
    }
}
