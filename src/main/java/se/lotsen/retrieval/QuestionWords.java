package se.lotsen.retrieval;

import java.util.Map;

/** The words of a text as the search reads them, for others who compare texts. */
public final class QuestionWords {
    private QuestionWords() {
    }

    /**
     * The parts of four letters that a text's words have, and shorter words whole, each with how often it occurs, in the text's
     * order: without the little words, folded to ASCII. Text in any language is read as if it were Swedish.
     */
    public static Map<String, Integer> grams(String text) {
        return SwedishAnalysis.counts(SwedishAnalysis.GRAMS, text);
    }
}
