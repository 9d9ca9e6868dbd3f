package se.lotsen.grounding;

import java.util.List;

/**
 * What a check of one sentence against the passages it cites has found. A sentence that does not hold must not leave the
 * house; quote the passage instead, or hand over.
 *
 * @param faults in the sentence's order; empty when it holds
 */
public record Grounding(List<Fault> faults) {

    /** Keeps its own copy. */
    public Grounding {
        faults = List.copyOf(faults);
    }

    /** Whether every value, limit, negation and duty of the sentence stands in what it cites. */
    public boolean holds() {
        return faults.isEmpty();
    }

    /**
     * One thing that the cited passages do not hold, or hold otherwise.
     *
     * @param kind what it is
     * @param found the words of the sentence (or, for what it leaves out, of the page); never shown to citizens
     */
    public record Fault(Kind kind, String found) {
    }

    /** What can be wrong with a sentence. */
    public enum Kind {
        /** It cites nothing. */
        NO_CITATION,
        /** A sum of money that is not there, or belongs to something else. */
        AMOUNT,
        /** Any other number. */
        NUMBER,
        /** A day of a month, a month, a week or a year. */
        DATE,
        /** A time of day. */
        TIME,
        /** A day of the week or a row of them. */
        WEEKDAY,
        /** A telephone number. */
        PHONE,
        /** An e-mail address. */
        EMAIL,
        /** A web address. */
        LINK,
        /** A street, a postal code or a place. */
        ADDRESS_OR_PLACE,
        /** Another proper name. */
        NAME,
        /** The right number of the wrong thing, or for the wrong period. */
        UNIT,
        /** A "not" too many or too few, or a word turned into its opposite. */
        NEGATION,
        /** At most, at least, only, all, before, at the latest. */
        QUANTIFIER,
        /** Must, may, should, need not. */
        MODALITY,
        /** Words that the passages do not speak of, or characters that hide something. */
        UNCOVERED_WORDS,
        /** Of a translation: HTML, a link of its own, characters that hide something. */
        MARKUP,
        /** Of a translation: something else in brackets than words of the Swedish sentence. */
        TERM,
        /** Of a translation: far longer or shorter than the Swedish sentence. */
        LENGTH,
        /** Of a translation: another language than the wanted one. */
        LANGUAGE,
        /** Of a translation: the assistant speaks of itself, promises, or claims to have done something. */
        PROMISE
    }
}
