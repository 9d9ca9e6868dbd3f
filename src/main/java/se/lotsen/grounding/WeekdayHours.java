package se.lotsen.grounding;

import java.time.DayOfWeek;
import java.util.Optional;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/** Finds what a passage says of a weekday's hours: the narrowest row, item or sentence that names the day and a time. */
final class WeekdayHours {
    private WeekdayHours() {
    }

    static Optional<Statement> of(DayOfWeek day, Passage passage) {
        int bit = 1 << (day.getValue() - 1);
        Statement best = null;
        int narrowest = Integer.MAX_VALUE;
        for (Statement statement : passage.statements()) {
            Reading reading = Reading.of(statement.text());
            int days = reading.items().stream().filter(item -> item.role() == Role.WEEKDAY)
                    .mapToInt(item -> Integer.parseInt(item.key()))
                    .filter(named -> (named & bit) != 0).map(Integer::bitCount).min()
                    .orElse(Integer.MAX_VALUE);
            boolean hours = reading.items().stream()
                    .anyMatch(item -> item.role() == Role.TIME || item.role() == Role.OPPOSITE);
            if (hours && days < narrowest) {
                best = statement;
                narrowest = days;
            }
        }
        return Optional.ofNullable(best);
    }
}
