package se.lotsen.insight;

import java.time.LocalDate;

/**
 * A number of one day.
 *
 * @param language BCP 47 of the questions; empty where the measure is not told by language
 * @param owner the department whose page was found first; empty where none was, or where the measure is not told by department
 * @param code what the measure divides by; may be empty
 * @param amount never negative
 */
record Total(LocalDate day, Measure measure, String language, String owner, String code, long amount) {

    /** What it is a number of. */
    Key key() {
        return new Key(day, measure, language, owner, code);
    }

    /** A total without its number. */
    record Key(LocalDate day, Measure measure, String language, String owner, String code) {
        static Key of(LocalDate day, Measure measure, String code) {
            return new Key(day, measure, "", "", code);
        }

        Total total(long amount) {
            return new Total(day, measure, language, owner, code, amount);
        }
    }
}
