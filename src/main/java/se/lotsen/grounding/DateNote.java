package se.lotsen.grounding;

import java.time.LocalDate;

/**
 * What the calendar says today about a date of a sentence; to be shown beside it.
 *
 * @param date the date; of a period its last day
 * @param relation how it lies to today
 * @param text a Swedish sentence
 */
public record DateNote(LocalDate date, Relation relation, String text) {

    /** How a date lies to today. */
    public enum Relation {
        /** Before today. */
        PASSED,
        /** Today. */
        TODAY,
        /** Tomorrow. */
        TOMORROW,
        /** The last day of a period that has begun and has not ended. */
        ONGOING
    }
}
