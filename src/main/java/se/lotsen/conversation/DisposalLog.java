package se.lotsen.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was disposed of: class of records, decision, how many, when and by whom, and never what. A line is written in the
 * transaction that deletes, so the count is exact whatever fails. It blocks.
 */
public class DisposalLog {
    private final JdbcClient database;
    private final Transactions transactions;

    DisposalLog(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Why something was disposed of; the text is {@code records.cause.} and the name. */
    public enum Cause {
        /** Its time was over. */
        PERIOD,
        /** The citizen deleted it. */
        CITIZEN,
        /** A records officer deleted it, because somebody had a right to it. */
        REQUEST
    }

    /**
     * One round of disposal.
     *
     * @param run the same for all classes of a round
     * @param by who asked for it; nobody, with empty id and name, unless it is a request
     */
    public record Round(UUID run, Cause cause, Agent by) {
        /** Of this cause, by nobody of the staff. */
        public static Round of(Cause cause) {
            return new Round(UUID.randomUUID(), cause, new Agent("", ""));
        }
    }

    /** A line of the log. */
    public record Entry(String recordClass, String decision, Cause cause, Agent by, long amount, Instant at) {
    }

    /** Counts so many more; in the transaction that deletes them. */
    public void count(Round round, String recordClass, String decision, long amount, Instant at) {
        int known = database.sql("""
                update disposal_log set amount = amount + :amount, disposed_at = :at
                where run_id = :run and record_class = :class""")
                .param("amount", amount).param("at", EventLog.stored(at)).param("run", round.run())
                .param("class", recordClass).update();
        if (known == 0) {
            database.sql("""
                    insert into disposal_log (run_id, record_class, decision, cause, account, account_name,
                        amount, disposed_at)
                    values (:run, :class, :decision, :cause, :account, :name, :amount, :at)""")
                    .param("run", round.run()).param("class", recordClass).param("decision", decision)
                    .param("cause", round.cause().name()).param("account", round.by().account())
                    .param("name", round.by().name()).param("amount", amount)
                    .param("at", EventLog.stored(at)).update();
        }
    }

    /** The latest first. */
    public List<Entry> latest(int limit) {
        return transactions.run(() -> database.sql("""
                select record_class, decision, cause, account, account_name, amount, disposed_at
                from disposal_log order by disposed_at desc, record_class limit :limit""")
                .param("limit", limit)
                .query((row, n) -> new Entry(row.getString(1), row.getString(2),
                        Cause.valueOf(row.getString(3)), new Agent(row.getString(4), row.getString(5)),
                        row.getLong(6), EventLog.instant(row, 7)))
                .list());
    }
}
