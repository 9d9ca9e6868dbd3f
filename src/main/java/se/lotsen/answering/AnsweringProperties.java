package se.lotsen.answering;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to answer. The municipality chooses the thresholds from its own evaluation: a higher {@code answerAt} means fewer
 * wrong answers and more people who are handed over.
 *
 * @param minBoundShare gate 1: below this share of the highest score that the question could reach, the topic is taken
 *            to be absent from the knowledge base; 0..1
 * @param answerAt from this probability on the answer is given; 0..1
 * @param askAt from this probability on the citizen is asked which service is meant; 0..1, at most {@code answerAt}
 * @param bias added to the confidence model's logit: moves it to the local share of answerable questions
 * @param contact key into {@code contacts.yaml} of whoever takes what the assistant does not answer
 */
@ConfigurationProperties("lotsen.answering")
public record AnsweringProperties(@DefaultValue("0.27") double minBoundShare,
        @DefaultValue("0.62") double answerAt,
        @DefaultValue("0.35") double askAt, @DefaultValue("0") double bias,
        @DefaultValue("kontaktcenter") String contact) {

    /** Refuses thresholds that contradict each other. */
    public AnsweringProperties {
        if (!(0 <= askAt && askAt <= answerAt && answerAt <= 1)) {
            throw new IllegalArgumentException(
                    "lotsen.answering: 0 <= ask-at <= answer-at <= 1 must hold, but ask-at is "
                            + askAt + " and answer-at is " + answerAt);
        }
        if (!(0 <= minBoundShare && minBoundShare <= 1)) {
            throw new IllegalArgumentException(
                    "lotsen.answering.min-bound-share must be 0..1, but is " + minBoundShare);
        }
    }
}
