package se.lotsen.answering;

import java.util.List;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Retrieval;

/**
 * Decides from figures alone whether to answer, to ask or to hand over; a pure function. Gate 1 asks whether the topic is
 * in the knowledge base at all, gate 2 is a logistic model of the probability that the first page is right, fitted over
 * several Swedish sets with about half the questions unanswerable (its features are {@link Evidence}'s).
 */
public final class ConfidencePolicy {
    private static final int MAX_CHOICES = 3;
    /** A page whose best score is below this share of the first one's is no alternative. */
    private static final double ALTERNATIVE = 0.6;

    private final AnsweringProperties thresholds;

    /** A policy with a municipality's thresholds. */
    public ConfidencePolicy(AnsweringProperties thresholds) {
        this.thresholds = thresholds;
    }

    /** The verdict over one retrieval. */
    public Verdict decide(Evidence evidence, List<Retrieval.RankedPage> pages) {
        if (pages.isEmpty()) {
            return new Verdict.NothingFound(0);
        }
        double probability = probability(evidence);
        if (evidence.boundShare() < thresholds.minBoundShare()) {
            return new Verdict.NothingFound(probability);
        }
        // One word says what it is about, but not what is asked ("sophämtning"): the citizen is asked, not guessed at.
        if (probability >= thresholds.answerAt() && evidence.contentWords() > 1) {
            return new Verdict.AnswerIt(probability);
        }
        if (probability >= thresholds.askAt()) {
            return new Verdict.AskWhich(probability, alternatives(pages));
        }
        return new Verdict.HandOver(probability);
    }

    private static List<String> alternatives(List<Retrieval.RankedPage> pages) {
        double top = pages.getFirst().score();
        return pages.stream()
                .filter(page -> page.score() >= ALTERNATIVE * top)
                .limit(MAX_CHOICES)
                .map(Retrieval.RankedPage::page)
                .toList();
    }

    double probability(Evidence e) {
        double logit = -3.57 + thresholds.bias() + 2.26 * e.boundShare() - 2.29 * e.runnerUp()
                + 1.39 * e.gramCoverage() + 0.72 * e.focusCoverage() + 2.16 * e.topShare()
                + 0.20 * Math.log1p(e.questionWeight()) + 0.04 * Math.log1p(e.foundWeight());
        return 1 / (1 + Math.exp(-logit));
    }
}
