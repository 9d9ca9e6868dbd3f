package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a question's words a text speaks of. A word counts whole where the text holds its stem, and in part where the
 * text holds some of its 4-grams (a compound, a misspelling).
 */
final class QuestionRelevance implements Relevance {
    /** A word found only by its parts counts at most this share of itself. */
    private static final double PARTIAL = 0.6;

    private record Asked(String stem, Set<String> grams, double idf) {
    }

    private final List<Asked> asked = new ArrayList<>();

    QuestionRelevance(QuestionTerms terms) {
        List<AnalysedQuestion.Word> words = terms.question().words();
        Set<String> seen = new HashSet<>();
        for (AnalysedQuestion.Word word : words) {
            if (seen.add(word.stem())) {
                asked.add(new Asked(word.stem(), Set.copyOf(SwedishAnalysis.grams(word.folded())),
                        idf(terms, word)));
            }
        }
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
    public double[] weights() {
        return asked.stream().mapToDouble(Asked::idf).toArray();
    }

    @Override
    public double[] strengths(String text) {
        Set<String> stems = new HashSet<>();
        SwedishAnalysis.tokens(SwedishAnalysis.STEMS, text, (token, synonym) -> stems.add(token));
        Set<String> grams = new HashSet<>();
        if (asked.stream().anyMatch(word -> !stems.contains(word.stem()))) {
            SwedishAnalysis.tokens(SwedishAnalysis.WORDS, text,
                    (word, synonym) -> grams.addAll(SwedishAnalysis.grams(word)));
        }
        return strengths(stems, grams);
    }

    /** As {@link #strengths(String)}, of a text whose stems and 4-grams are known already. */
    double[] strengths(Set<String> stems, Set<String> grams) {
        double[] strengths = new double[asked.size()];
        for (int i = 0; i < strengths.length; i++) {
            Asked word = asked.get(i);
            if (stems.contains(word.stem())) {
                strengths[i] = 1;
            } else {
                long shared = word.grams().stream().filter(grams::contains).count();
                strengths[i] = PARTIAL * shared / word.grams().size();
            }
        }
        return strengths;
    }
}
