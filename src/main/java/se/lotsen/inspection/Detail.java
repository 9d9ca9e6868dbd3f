package se.lotsen.inspection;

import java.time.LocalDate;

/** What exactly is wrong. */
public sealed interface Detail {

    /** What two values are of. */
    enum Measure {
        /** Kronor. */
        FEE,
        /** Days of the week and times. */
        HOURS,
        /** A telephone number. */
        PHONE,
        /** An e-mail address. */
        EMAIL,
        /** The last or first day of something. */
        DEADLINE,
        /** A number of something. */
        QUANTITY
    }

    /**
     * Two values for one thing.
     *
     * @param first as the first page writes it
     * @param second as the second page writes it
     */
    record Values(Measure measure, String first, String second) implements Detail {
    }

    /**
     * A day that has passed.
     *
     * @param written as it stands in the sentence
     * @param day the last day that it can mean
     */
    record Passed(String written, LocalDate day) implements Detail {
    }

    /** The page's last day of validity has passed. */
    record Ended(LocalDate day) implements Detail {
    }

    /** The day by which somebody should have confirmed the page has passed. */
    record Overdue(LocalDate day) implements Detail {
    }

    /** A link and what became of following it. */
    record Link(String address, LinkState state) implements Detail {
    }

    /**
     * Two pages that are alike.
     *
     * @param share of the shorter one's text that stands in the other one too, 0..1
     */
    record Alike(double share) implements Detail {
    }

    /** Nothing leads there. */
    record Alone() implements Detail {
    }
}
