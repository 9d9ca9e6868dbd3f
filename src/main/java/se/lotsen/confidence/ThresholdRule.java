package se.lotsen.confidence;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** How the two thresholds follow from graded probabilities. */
public sealed interface ThresholdRule {
    /** What a question back costs beside a needless handover, where only a bound on wrong answers is given. */
    double DELAY = 0.35;

    /** The two thresholds over out-of-fold probabilities; gate 1 is open. */
    Thresholds choose(Predictions graded);

    /**
     * The widest coverage at which the upper bound on the share of wrong ones among the answered is at most
     * {@code share}. Where no coverage reaches it, nothing is answered. Asked back is from {@link #DELAY} on: there
     * the risk of a needless handover is worth more than the delay.
     *
     * @param share of the answered that may be wrong, 0..1
     * @param confidence with which the bound holds (Clopper and Pearson), such as 0.95; at 0.5 the bound is about what was
     *            seen
     */
    record MaxWrong(double share, double confidence) implements ThresholdRule {
        @Override
        public Thresholds choose(Predictions graded) {
            double at = 1;
            for (Predictions.Point point : graded.curve()) {
                int answered = (int) Math.round(point.coverage() * graded.size());
                int wrong = (int) Math.round(point.risk() * answered);
                if (ClopperPearson.upper(wrong, answered, confidence) <= share) {
                    at = point.at();
                }
            }
            return new Thresholds(0, at, Math.min(DELAY, at));
        }
    }

    /**
     * The least cost over the graded cases: an answer from a wrong page costs {@code wrong}, a handover although the
     * first page was right {@code handover}, a question back {@code delay}; the rest is free. One threshold alone (ask-at
     * equal to answer-at) is among what is tried, so two never cost more than the best one.
     */
    record Costs(double wrong, double handover, double delay) implements ThresholdRule {

        /** Refuses a price that is not above 0. */
        public Costs {
            if (!(wrong > 0 && handover > 0 && delay > 0)) {
                throw new IllegalArgumentException("every cost must be above 0");
            }
        }

        @Override
        public Thresholds choose(Predictions graded) {
            TreeSet<Double> tried = new TreeSet<>(List.of(0.0, 1.0));
            for (double probability : graded.probability()) {
                tried.add(probability);
            }
            return tried.stream()
                    .flatMap(answer -> tried.headSet(answer, true).stream()
                            .map(ask -> new Thresholds(0, answer, ask)))
                    .min(Comparator.comparingDouble((Thresholds thresholds) -> cost(graded, thresholds))
                            .thenComparing(Comparator.comparingDouble(Thresholds::answerAt).reversed()))
                    .orElseThrow();
        }

        /** What the thresholds cost over all the cases. */
        public double cost(Predictions graded, Thresholds thresholds) {
            double cost = 0;
            for (int i = 0; i < graded.size(); i++) {
                double p = graded.probability()[i];
                if (p >= thresholds.answerAt()) {
                    cost += graded.right()[i] ? 0 : wrong;
                } else if (p >= thresholds.askAt()) {
                    cost += delay;
                } else {
                    cost += graded.right()[i] ? handover : 0;
                }
            }
            return cost;
        }
    }
}
