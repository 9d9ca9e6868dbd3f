package se.lotsen.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long agents have lately had their cases, from the moment they took one until they ended it. It knows no single case
 * and names no agent; without an ended case it knows nothing rather than a guess.
 */
public class HandlingTimes {
    private final JdbcClient database;
    private final Transactions transactions;

    HandlingTimes(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** The mean of the last so many ended cases; empty when there is none. */
    public Optional<Duration> meanOfLast(int cases) {
        List<Duration> times = transactions.run(() -> last(cases));
        return times.stream().reduce(Duration::plus).map(sum -> sum.dividedBy(times.size()));
    }

    /** A case that was taken twice counts from the last time; a call was never taken. The event's data holds its quotes escaped wherever a person wrote. */
    private List<Duration> last(int cases) {
        return database.sql("""
                select w.created_at, (select max(e.happened_at) from event e
                    where e.conversation_id = w.conversation_id and e.id < w.number and e.event_type = 'state'
                    and (e.data like '%"change":"claimed"%' or e.data like '%"change":"taken_up"%'))
                from wrap_up w join conversation c on c.id = w.conversation_id and c.channel = 'CHAT'
                order by w.created_at desc limit :cases""")
                .param("cases", cases)
                .query((row, n) -> row.getObject(2) == null
                        ? Optional.<Duration>empty()
                        : Optional.of(Duration.between(EventLog.instant(row, 2), EventLog.instant(row, 1))))
                .list().stream().flatMap(Optional::stream).toList();
    }
}
