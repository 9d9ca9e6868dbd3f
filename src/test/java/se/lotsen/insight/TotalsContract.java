package se.lotsen.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.insight.TotalsTable.CountedDay;
import se.lotsen.testing.MovedClock;

/** What was counted of a day is kept, once. */
@Timeout(120)
abstract class TotalsContract {
    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private RecordForTests record;
    private TotalsTable table;

    abstract String url();

    @BeforeEach
    void open() {
        record = new RecordForTests(url(), new MovedClock("2026-11-24T09:00:00Z"), HandoverEffects.NONE);
        table = new TotalsTable(record.database);
    }

    @AfterEach
    void close() {
        record.close();
    }

    private static Total total(LocalDate day, String owner, long amount) {
        return new Total(day, Measure.QUESTIONS, "sv", owner, "ANSWERED", amount);
    }

    @Test
    void aDayThatIsCountedAgainTakesTheOldCountsPlace() {
        table.put(FIRST, List.of(total(FIRST, "", 3), total(FIRST, "Skola", 4)), AT, false);
        assertThat(table.settled(FIRST, SECOND)).isEmpty();
        table.put(FIRST, List.of(total(FIRST, "Skola", 5)), AT, true);
        table.put(SECOND, List.of(total(SECOND, "Skola", 1)), AT, true);
        assertThat(table.settled(FIRST, FIRST)).containsExactly(total(FIRST, "Skola", 5));
        assertThat(table.settled(FIRST, SECOND)).hasSize(2);
        assertThat(table.first()).contains(FIRST);
    }

    @Test
    void aDayWithoutAnythingIsCountedToo() {
        table.put(FIRST, List.of(), AT, false);
        assertThat(table.days(FIRST, SECOND)).containsExactly(new CountedDay(FIRST, false));
        table.settle(FIRST);
        assertThat(table.days(FIRST, SECOND)).containsExactly(new CountedDay(FIRST, false));
        table.settle(SECOND);
        assertThat(table.days(FIRST, SECOND)).containsExactly(new CountedDay(FIRST, true));
    }

    @Test
    void withoutAnyDayThereIsNoFirst() {
        assertThat(table.first()).isEmpty();
    }
}
