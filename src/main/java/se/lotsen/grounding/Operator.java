package se.lotsen.grounding;

/**
 * A word that turns what stands beside it: "inte", "högst", "måste".
 *
 * @param role negation, quantifier or modality
 * @param sense its class; words of one sense may stand for each other
 * @param written as it stands
 * @param gap how many items stand before it
 */
record Operator(Role role, String sense, String written, int gap) {
}
