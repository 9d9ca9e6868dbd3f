package se.lotsen.confidence;

import org.jspecify.annotations.Nullable;

/**
 * What an operator sets by hand over what was calibrated. Each threshold is 0..1; null leaves the calibrated one.
 *
 * @param bias added to the model's logit: moves it to another share of answerable questions
 */
public record Overrides(@Nullable Double minBoundShare, @Nullable Double answerAt, @Nullable Double askAt,
        double bias) {

    /** Nothing is set by hand. */
    public static final Overrides NONE = new Overrides(null, null, null, 0);

    /** The thresholds in force. An {@code answerAt} below the calibrated {@code askAt} moves that one with it. */
    Thresholds over(Thresholds calibrated) {
        double answer = or(answerAt,
                askAt == null ? calibrated.answerAt() : Math.max(askAt, calibrated.answerAt()));
        double ask = or(askAt, Math.min(calibrated.askAt(), answer));
        return new Thresholds(or(minBoundShare, calibrated.minBoundShare()), answer, ask);
    }

    private static double or(@Nullable Double set, double otherwise) {
        return set == null ? otherwise : set;
    }
}
