package se.lotsen.languagemodel;

import se.lotsen.knowledge.Passage;

/**
 * One sentence of an answer.
 *
 * @param text plain text, never blank
 * @param source the passage that holds it, one of the request's
 */
public record SpokenSentence(String text, Passage source) {
}
