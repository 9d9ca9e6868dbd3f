package se.lotsen.grounding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time that a question asks about, as dates of the Swedish calendar.
 *
 * @param found the words of the question, in lower case
 * @param from first day
 * @param to last day, not before {@code from}
 * @param now whether this moment is meant rather than the day
 * @param holidays named days among them, in the calendar's Swedish names; usually empty
 */
public record AskedTime(String found, LocalDate from, LocalDate to, boolean now, List<String> holidays) {

    /** Keeps its own copy. */
    public AskedTime {
        holidays = List.copyOf(holidays);
    }

    /** Every day, in order. */
    public List<LocalDate> dates() {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1)).toList();
    }
}
