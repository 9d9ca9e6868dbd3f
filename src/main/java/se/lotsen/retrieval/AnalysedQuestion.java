package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/**
 * A question as the index reads it.
 *
 * @param words each word in order; at most {@value #MAX_WORDS}, as later words add cost, not meaning
 * @param synonyms stems that an editor's list adds to the citizen's own
 */
record AnalysedQuestion(List<Word> words, Set<String> synonyms) {
    private static final int MAX_WORDS = 48;
    private static final int MAX_GRAMS = 96;

    /**
     * One word of the question.
     *
     * @param folded the word as typed, folded to ASCII
     * @param stem its stem
     */
    record Word(String folded, String stem) {
    }

    static AnalysedQuestion of(String question, Analyzer stemsWithSynonyms) {
        List<String> folded = new ArrayList<>();
        SwedishAnalysis.tokens(SwedishAnalysis.WORDS, question, (token, synonym) -> folded.add(token));
        List<String> stems = new ArrayList<>();
        Set<String> synonyms = new LinkedHashSet<>();
        SwedishAnalysis.tokens(stemsWithSynonyms, question, (token, synonym) -> {
            if (synonym) {
                synonyms.add(token);
            } else {
                stems.add(token);
            }
        });
        stems.forEach(synonyms::remove);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX_WORDS, stems.size()); i++) {
            words.add(new Word(folded.get(i), stems.get(i)));
        }
        return new AnalysedQuestion(List.copyOf(words), synonyms);
    }

    /** Each stem and how often it is asked. */
    Map<String, Double> stems() {
        Map<String, Double> stems = new LinkedHashMap<>();
        words.forEach(word -> stems.merge(word.stem(), 1.0, Double::sum));
        return stems;
    }

    /** Each 4-gram of the question and how often it occurs; at most {@value #MAX_GRAMS} different ones. */
    Map<String, Double> grams() {
        Map<String, Double> grams = new LinkedHashMap<>();
        for (Word word : words) {
            for (String gram : SwedishAnalysis.grams(word.folded())) {
                if (grams.size() < MAX_GRAMS || grams.containsKey(gram)) {
                    grams.merge(gram, 1.0, Double::sum);
                }
            }
        }
        return grams;
    }
}
