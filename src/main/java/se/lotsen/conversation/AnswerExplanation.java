package se.lotsen.conversation;

/**
 * Why an answer became what it became: features, thresholds, reason, page digests, passage ids. For staff and for
 * replays; it is stored beside the log and never streamed.
 *
 * @param document a JSON document whose shape belongs to whoever answers; the store does not read it
 */
public record AnswerExplanation(String document) {
}
