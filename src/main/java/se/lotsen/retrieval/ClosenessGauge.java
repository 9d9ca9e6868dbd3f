package se.lotsen.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/** Works out {@link Closeness} from the few passages that were read anyway. */
final class ClosenessGauge {
    /** How sharply the lead falls with the distance in score over upper bound. */
    private static final double SHARPNESS = 10;
    private static final double NEAR = 0.9;
    /** Less of a word than some two fifths of its 4-grams: it is about something else. */
    private static final double STRANGE = 0.255;
    /** Less of a word than some three fifths of its 4-grams: hardly the same word. */
    private static final double DOUBTFUL = 0.375;
    /** Only texts that score nearly alike can be nearly alike; the comparison of words is spared for the others. */
    private static final double MAYBE_DUPLICATE = 0.95;
    private static final double DUPLICATE = 0.8;

    private final QuestionTerms terms;
    private final CandidateScores scores;
    private final QuestionRelevance relevance;
    private final double[] weights;

    ClosenessGauge(QuestionTerms terms, CandidateScores scores, QuestionRelevance relevance) {
        this.terms = terms;
        this.scores = scores;
        this.relevance = relevance;
        this.weights = relevance.weights();
    }

    /**
     * A page's best passage.
     *
     * @param phrasings the page's questions and phrasings as stems separated by spaces
     */
    record Best(CandidateScores.Scored scored, Passage passage, List<String> phrasings) {
    }

    /**
     * @param ranked all candidates, best first
     * @param pages the pages, best first
     * @param best the best passages of the first pages; never empty
     */
    Closeness of(CandidateScores.Scored[] ranked, List<Retrieval.RankedPage> pages, List<Best> best)
            throws IOException {
        Best top = best.getFirst();
        List<Best> rivals = new ArrayList<>();
        Set<String> duplicates = new HashSet<>();
        for (Best other : best.subList(1, best.size())) {
            if (isDuplicate(top, other)) {
                duplicates.add(other.scored().page());
            } else {
                rivals.add(other);
            }
        }
        double[] held = held(top.scored().doc());
        double ownSentence = bestSentence(top.passage());
        double otherSentence = rivals.isEmpty() ? 0 : bestSentence(rivals.getFirst().passage());
        double phrasing = phrasing(top);
        double otherPhrasing = rivals.stream().mapToDouble(this::phrasing).max().orElse(0);
        return new Closeness(lead(pages, duplicates), nearRivals(pages, duplicates), strangeWeight(held),
                (int) Arrays.stream(held).filter(share -> share < DOUBTFUL).count(), questionsAgree(ranked),
                textCoverage(top.passage()), ownSentence - otherSentence, phrasing, phrasing - otherPhrasing);
    }

    private static boolean isDuplicate(Best top, Best other) {
        if (other.scored().score() < MAYBE_DUPLICATE * top.scored().score()) {
            return false;
        }
        Set<String> own = words(top.passage());
        Set<String> shared = words(other.passage());
        int all = own.size() + shared.size();
        shared.retainAll(own);
        return shared.size() > DUPLICATE * (all - shared.size());
    }

    private static Set<String> words(Passage passage) {
        return new HashSet<>(
                Arrays.asList(passage.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }

    private double lead(List<Retrieval.RankedPage> pages, Set<String> duplicates) {
        double bound = Math.max(terms.upperBound(), 1e-9);
        double top = pages.getFirst().score();
        return 1 / pages.stream().filter(page -> !duplicates.contains(page.page()))
                .mapToDouble(page -> Math.exp(SHARPNESS * (page.score() - top) / bound)).sum();
    }

    private static int nearRivals(List<Retrieval.RankedPage> pages, Set<String> duplicates) {
        double near = NEAR * pages.getFirst().score();
        return (int) pages.stream().skip(1).filter(page -> page.score() >= near)
                .filter(page -> !duplicates.contains(page.page())).count();
    }

    /** How far a passage, its page's questions included, holds each word: from the postings, without its text. */
    private double[] held(int doc) throws IOException {
        Set<String> stems = scores.held(doc, terms.ownStems());
        stems.addAll(scores.held(doc, terms.questionStems()));
        Set<String> grams = scores.held(doc, terms.allGrams());
        grams.addAll(scores.held(doc, terms.questionGrams()));
        return relevance.strengths(stems, grams);
    }

    /** The share of the question's weight in words that a passage, its page's questions included, does know, 0..1. */
    double known(int doc) throws IOException {
        return 1 - strangeWeight(held(doc));
    }

    private double strangeWeight(double[] held) {
        double all = 0;
        double strange = 0;
        for (int i = 0; i < held.length; i++) {
            all += weights[i];
            strange += held[i] < STRANGE ? weights[i] : 0;
        }
        return all <= 0 ? 0 : strange / all;
    }

    private static int questionsAgree(CandidateScores.Scored[] ranked) {
        String first = "";
        double best = 0;
        for (CandidateScores.Scored candidate : ranked) {
            double score = candidate.parts().questionStems()
                    + QuestionTerms.GRAM_WEIGHT * candidate.parts().questionGrams();
            if (score > best) {
                best = score;
                first = candidate.page();
            }
        }
        return first.equals(ranked[0].page()) ? 1 : 0;
    }

    private double textCoverage(Passage passage) {
        return share(
                relevance.strengths(passage.pageTitle() + "\n" + String.join("\n", passage.headings()) + "\n"
                        + passage.text()));
    }

    private double bestSentence(Passage passage) {
        return passage.statements().stream().map(Statement::text)
                .mapToDouble(text -> share(relevance.strengths(text))).max().orElse(0);
    }

    private double share(double[] strengths) {
        double all = 0;
        double found = 0;
        for (int i = 0; i < strengths.length; i++) {
            all += weights[i];
            found += weights[i] * strengths[i];
        }
        return all <= 0 ? 0 : Math.min(1, found / all);
    }

    private double phrasing(Best page) {
        List<String> asked = terms.question().words().stream().map(AnalysedQuestion.Word::stem).toList();
        Map<String, Integer> grams = grams(asked);
        return page.phrasings().stream().filter(phrasing -> !phrasing.isEmpty())
                .mapToDouble(phrasing -> dice(grams, grams(Arrays.asList(phrasing.split(" "))))).max()
                .orElse(0);
    }

    private static Map<String, Integer> grams(List<String> words) {
        Map<String, Integer> grams = new HashMap<>();
        words.forEach(
                word -> SwedishAnalysis.grams(word).forEach(gram -> grams.merge(gram, 1, Integer::sum)));
        return grams;
    }

    private static double dice(Map<String, Integer> a, Map<String, Integer> b) {
        int shared = a.entrySet().stream()
                .mapToInt(gram -> Math.min(gram.getValue(), b.getOrDefault(gram.getKey(), 0))).sum();
        int all = a.values().stream().mapToInt(i -> i).sum() + b.values().stream().mapToInt(i -> i).sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
