package se.lotsen.confidence;

/**
 * What a probability is held against. A higher {@code answerAt} means fewer wrong answers and more people who are handed
 * over.
 *
 * @param minBoundShare below this share of the highest score that the question could reach, the topic is taken to be
 *            absent from the knowledge base; 0..1, 0 where the probability alone decides
 * @param answerAt from this probability on the answer is given; 0..1
 * @param askAt from this probability on the citizen is asked which page is meant; 0..1, at most {@code answerAt}
 */
public record Thresholds(double minBoundShare, double answerAt, double askAt) {

    /** Refuses thresholds that contradict each other. */
    public Thresholds {
        if (!(0 <= askAt && askAt <= answerAt && answerAt <= 1)) {
            throw new IllegalArgumentException(
                    "0 <= ask-at <= answer-at <= 1 must hold, but ask-at is " + askAt
                            + " and answer-at is " + answerAt);
        }
        if (!(0 <= minBoundShare && minBoundShare <= 1)) {
            throw new IllegalArgumentException("min-bound-share must be 0..1, but is " + minBoundShare);
        }
    }
}
