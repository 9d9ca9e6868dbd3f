package se.lotsen.grounding;

import se.lotsen.grounding.Grounding.Kind;

/** What a piece of a text does there. */
enum Role {
    WORD(Kind.UNCOVERED_WORDS, 1), AMOUNT(Kind.AMOUNT, 1.5), NUMBER(Kind.NUMBER, 1.3), DATE(Kind.DATE,
            1.5), TIME(
                    Kind.TIME,
                    1.3), WEEKDAY(Kind.WEEKDAY, 1.3), PHONE(Kind.PHONE, 1.5), EMAIL(Kind.EMAIL, 1.5), LINK(
                            Kind.LINK,
                            1.5), PLACE(Kind.ADDRESS_OR_PLACE, 1.5), NAME(Kind.NAME,
                                    1.3), OPPOSITE(Kind.NEGATION, 1), PERIOD(Kind.UNIT,
                                            0.7), NEGATION(Kind.NEGATION, 1), QUANTIFIER(Kind.QUANTIFIER,
                                                    1), MODALITY(
                                                            Kind.MODALITY, 1);

    private final Kind fault;
    private final double strength;

    Role(Kind fault, double strength) {
        this.fault = fault;
        this.strength = strength;
    }

    /** The fault that it makes when the page does not hold it. */
    Kind fault() {
        return fault;
    }

    /** How well it tells one place of a text from another, where an ordinary word has 1. */
    double strength() {
        return strength;
    }

    /** Every role but the ordinary word's. */
    boolean isValue() {
        return this != WORD;
    }
}
