package se.lotsen.confidence;

import se.lotsen.retrieval.Evidence;

/**
 * The evidence of one question and whether the first page was right.
 *
 * @param group cases of one group (a page) are never on both sides of a cross-validation
 * @param answerable whether any page that could be found answers it
 * @param right whether the first page is right; never where it is not answerable
 */
public record GradedEvidence(Evidence evidence, String group, boolean answerable, boolean right) {
}
