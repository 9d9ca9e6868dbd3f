package se.lotsen.confidence;

import java.util.List;
import java.util.function.Supplier;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Retrieval;

/**
 * Decides from figures alone whether to answer, to ask or to hand over. The same evidence under the same calibration
 * always gives the same verdict.
 */
public final class ConfidencePolicy {
    private static final int MAX_CHOICES = 3;
    /** A page whose best score is below this share of the first one's is no alternative. */
    private static final double ALTERNATIVE = 0.6;

    private static final double SAME_WORDS = 0.99;
    private static final double NO_OTHER_PAGE = 0.4;

    private final Supplier<Calibration> calibration;
    private final Overrides overrides;

    /** @param calibration asked anew for each decision, so that a new file is used at once */
    public ConfidencePolicy(Supplier<Calibration> calibration, Overrides overrides) {
        this.calibration = calibration;
        this.overrides = overrides;
    }

    /** The thresholds in force now for questions that words alone find. */
    public Thresholds thresholds() {
        return overrides.over(calibration.get().thresholds());
    }

    /** The thresholds that this evidence is held against now. */
    public Thresholds thresholds(Evidence evidence) {
        return overrides.over(calibration.get().of(evidence).thresholds());
    }

    /** The verdict over one retrieval. */
    public Verdict decide(Retrieval retrieval) {
        List<Retrieval.RankedPage> pages = retrieval.pages();
        if (pages.isEmpty()) {
            return new Verdict.NothingFound(0);
        }
        Evidence evidence = retrieval.evidence();
        Calibration.Part now = calibration.get().of(evidence);
        Thresholds thresholds = overrides.over(now.thresholds());
        double probability = now.model().probability(evidence, overrides.bias());
        if (evidence.boundShare() < thresholds.minBoundShare()) {
            return new Verdict.NothingFound(probability);
        }
        // One word says what it is about, but not what is asked ("sophämtning"): the citizen is asked, not guessed at,
        // unless it is just what one page, and no other, is asked by.
        if (probability >= thresholds.answerAt() && isCorroborated(evidence)
                && (evidence.contentWords() > 1 || isPhrasing(evidence))) {
            return new Verdict.AnswerIt(probability);
        }
        if (probability >= thresholds.askAt()) {
            return new Verdict.AskWhich(probability, alternatives(pages));
        }
        return new Verdict.HandOver(probability);
    }

    /** Nearness alone answers nothing: in the pages' own language the first page must know a word of the question, too. */
    private static boolean isCorroborated(Evidence evidence) {
        return !evidence.meaning().isUsed() || !evidence.meaning().home()
                || evidence.contentWords() > 0 && evidence.closeness().strangeWeight() < 1;
    }

    private static boolean isPhrasing(Evidence evidence) {
        return evidence.closeness().phrasing() >= SAME_WORDS
                && evidence.closeness().phrasingLead() >= NO_OTHER_PAGE;
    }

    private static List<String> alternatives(List<Retrieval.RankedPage> pages) {
        double top = pages.getFirst().score();
        return pages.stream()
                .filter(page -> page.score() >= ALTERNATIVE * top)
                .limit(MAX_CHOICES)
                .map(Retrieval.RankedPage::page)
                .toList();
    }
}
