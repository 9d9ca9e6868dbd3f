package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The share of a question that a text speaks of. A word counts whole where the text holds its stem, and in part where the
 * text holds some of its 4-grams (a compound, a misspelling); each word weighs by its idf in the index.
 */
final class QuestionRelevance implements Relevance {
    /** A word found only by its parts counts at most this share of itself. */
    private static final double PARTIAL = 0.6;

    private record Asked(String stem, Set<String> grams, double idf) {
    }

    private final List<Asked> asked = new ArrayList<>();
    private final double total;

    QuestionRelevance(QuestionTerms terms) {
        List<AnalysedQuestion.Word> words = terms.question().words();
        Set<String> seen = new HashSet<>();
        for (AnalysedQuestion.Word word : words) {
            if (seen.add(word.stem())) {
                asked.add(new Asked(word.stem(), Set.copyOf(SwedishAnalysis.grams(word.folded())),
                        idf(terms, word)));
            }
        }
        total = asked.stream().mapToDouble(Asked::idf).sum();
    }

    private static double idf(QuestionTerms terms, AnalysedQuestion.Word word) {
        for (WeightedTerm term : terms.ownStems()) {
            if (term.term().text().equals(word.stem())) {
                return term.idf();
            }
        }
        return 0;
    }

    @Override
    public double of(String text) {
        if (total <= 0) {
            return 0;
        }
        Set<String> stems = new HashSet<>();
        SwedishAnalysis.tokens(SwedishAnalysis.STEMS, text, (token, synonym) -> stems.add(token));
        Set<String> grams = new HashSet<>();
        if (asked.stream().anyMatch(word -> !stems.contains(word.stem()))) {
            SwedishAnalysis.tokens(SwedishAnalysis.WORDS, text,
                    (word, synonym) -> grams.addAll(SwedishAnalysis.grams(word)));
        }
        double found = 0;
        for (Asked word : asked) {
            if (stems.contains(word.stem())) {
                found += word.idf();
            } else {
                long shared = word.grams().stream().filter(grams::contains).count();
                found += PARTIAL * word.idf() * shared / word.grams().size();
            }
        }
        return found / total;
    }
}
