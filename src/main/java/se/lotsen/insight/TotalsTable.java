package se.lotsen.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;

/** The tables of the daily totals. Needs a transaction. */
final class TotalsTable {
    private final JdbcClient database;

    TotalsTable(JdbcClient database) {
        this.database = database;
    }

    /** A day that was counted. */
    record CountedDay(LocalDate day, boolean settled) {
    }

    /** In order, the two ends included. */
    List<CountedDay> days(LocalDate from, LocalDate to) {
        return database
                .sql("""
                        select on_day, settled from insight_day where on_day >= :from and on_day <= :to order by on_day""")
                .param("from", from).param("to", to)
                .query((row, n) -> new CountedDay(row.getObject(1, LocalDate.class), row.getBoolean(2)))
                .list();
    }

    /** The first day that there are figures of. */
    Optional<LocalDate> first() {
        return database.sql("select min(on_day) from insight_day")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single();
    }

    /** Of settled days, the two ends included. */
    List<Total> settled(LocalDate from, LocalDate to) {
        return database
                .sql("""
                        select t.on_day, measure, language, owner, code, amount from insight_total t
                        join insight_day d on d.on_day = t.on_day and d.settled
                        where t.on_day >= :from and t.on_day <= :to order by t.on_day, measure, language, owner, code""")
                .param("from", from).param("to", to).query(TotalsTable::total).list();
    }

    /** In place of what was counted of the day before. */
    void put(LocalDate day, List<Total> totals, Instant at, boolean settled) {
        database.sql("delete from insight_total where on_day = :day").param("day", day).update();
        database.sql("delete from insight_day where on_day = :day").param("day", day).update();
        database.sql("""
                insert into insight_day (on_day, counted_at, settled) values (:day, :at, :settled)""")
                .param("day", day).param("at", Moments.stored(at)).param("settled", settled).update();
        totals.forEach(this::insert);
    }

    /** What was counted of the days before this one stands. */
    void settle(LocalDate before) {
        database.sql("update insight_day set settled = true where on_day < :before and not settled")
                .param("before", before).update();
    }

    private void insert(Total total) {
        database.sql("""
                insert into insight_total (on_day, measure, language, owner, code, amount)
                values (:day, :measure, :language, :owner, :code, :amount)""")
                .param("day", total.day()).param("measure", total.measure().name())
                .param("language", total.language()).param("owner", total.owner())
                .param("code", total.code()).param("amount", total.amount()).update();
    }

    private static Total total(ResultSet row, int n) throws SQLException {
        return new Total(row.getObject(1, LocalDate.class), Measure.valueOf(row.getString(2)),
                row.getString(3), row.getString(4), row.getString(5), row.getLong(6));
    }
}
