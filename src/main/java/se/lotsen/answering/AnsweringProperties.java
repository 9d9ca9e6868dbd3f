package se.lotsen.answering;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import se.lotsen.confidence.Overrides;

/**
 * Who takes what is not answered, and thresholds that an operator sets by hand. A threshold that is not set here is the
 * calibrated one ({@code calibration.yaml}); see {@link Overrides}.
 *
 * @param minBoundShare gate 1 by hand; 0..1
 * @param answerAt from this probability on the answer is given, by hand; 0..1
 * @param askAt from this probability on the citizen is asked which page is meant, by hand; 0..1, at most
 *            {@code answerAt}
 * @param bias added to the confidence model's logit
 * @param contact key into {@code contacts.yaml} of whoever takes what the assistant does not answer
 * @param deadline after so long without a sign an answer ends as a fault of ours, whatever was lost
 */
@ConfigurationProperties("lotsen.answering")
public record AnsweringProperties(@Nullable Double minBoundShare, @Nullable Double answerAt,
        @Nullable Double askAt, @DefaultValue("0") double bias,
        @DefaultValue("kontaktcenter") String contact, @DefaultValue("60s") Duration deadline) {

    /** Refuses thresholds that contradict each other. */
    public AnsweringProperties {
        if (isNoShare(askAt) || isNoShare(answerAt)
                || askAt != null && answerAt != null && askAt > answerAt) {
            throw new IllegalArgumentException(
                    "lotsen.answering: 0 <= ask-at <= answer-at <= 1 must hold, but ask-at is "
                            + askAt + " and answer-at is " + answerAt);
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "lotsen.answering.deadline must be above 0, but is " + deadline);
        }
        if (isNoShare(minBoundShare)) {
            throw new IllegalArgumentException(
                    "lotsen.answering.min-bound-share must be 0..1, but is " + minBoundShare);
        }
    }

    private static boolean isNoShare(@Nullable Double value) {
        return value != null && !(0 <= value && value <= 1);
    }

    /** What is set by hand. */
    public Overrides overrides() {
        return new Overrides(minBoundShare, answerAt, askAt, bias);
    }
}
