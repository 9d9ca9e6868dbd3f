package se.lotsen.insight;

import java.time.YearMonth;
import java.util.List;

/**
 * A month in the four areas, to be read and printed.
 *
 * @param whole whether all of the month's days are over
 */
record MonthlyReport(YearMonth month, boolean whole, List<Section> sections) {

    /**
     * One area.
     *
     * @param next what to do; never empty
     */
    record Section(Area area, List<Row> rows, List<Chart> charts, List<Advice> next) {
    }

    /** A figure of the month and of the month before. */
    record Row(Figure now, Figure before) {
    }
}
