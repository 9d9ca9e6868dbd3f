package se.lotsen.grounding;

/**
 * A word that turns what stands beside it: "inte", "högst", "måste".
 *
 * @param role negation, quantifier or modality
 * @param sense its class; words of one sense may stand for each other
 * @param written as it stands
 * @param gap how many items stand before it
 * @param use what it does there besides
 * @param begins whether a comma or the like stands right before it
 */
record Operator(Role role, String sense, String written, int gap, Use use, boolean begins) {

    /** How an operator is used. */
    enum Use {
        /** It turns what stands beside it. */
        PLAIN,
        /** "du får en faktura": no permission, somebody is given something. */
        RECEIVES,
        /** "till kommunen, inte till domstolen": it turns only what follows it. */
        CONTRAST,
        /** "det gäller inte om": it turns a whole condition. */
        VOIDS,
        /** "gör du inte det": it turns the sentence before, as "annars" does. */
        OTHERWISE
    }

    boolean is(Role otherRole, String otherSense) {
        return role == otherRole && sense.equals(otherSense);
    }

    Operator at(int otherGap) {
        return new Operator(role, sense, written, otherGap, use, begins);
    }
}
