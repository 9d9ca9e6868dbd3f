package se.lotsen.radar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Moments;
import se.lotsen.audit.Actor;
import se.lotsen.inspection.LinkState;

/** What the radar remembers between two looks and two starts. Each method blocks and is one whole change. */
final class RadarTable {
    private final JdbcClient database;
    private final SerialRecord record;

    RadarTable(JdbcClient database, SerialRecord record) {
        this.database = database;
        this.record = record;
    }

    /** What became of following a link, and when it was followed. */
    record Followed(LinkState state, Instant at) {
    }

    /** Since when each of the faults is there; those that are not there any more are forgotten. */
    Map<String, Instant> seen(Collection<String> faults, Instant now) {
        return record.write(() -> {
            Map<String, Instant> since = new HashMap<>();
            database.sql("select id, first_seen from radar_fault").query(row -> {
                since.put(row.getString(1), Moments.instant(row, "first_seen"));
            });
            Set<String> gone = new HashSet<>(since.keySet());
            faults.forEach(gone::remove);
            gone.forEach(fault -> database.sql("delete from radar_fault where id = :id").param("id", fault)
                    .update());
            since.keySet().removeAll(gone);
            database.sql("update radar_fault set last_seen = :now").param("now", Moments.stored(now))
                    .update();
            for (String fault : faults) {
                if (since.putIfAbsent(fault, Moments.storable(now)) == null) {
                    database.sql(
                            "insert into radar_fault (id, first_seen, last_seen) values (:id, :now, :now)")
                            .param("id", fault).param("now", Moments.stored(now)).update();
                }
            }
            return since;
        });
    }

    Map<String, Dismissal> dismissals() {
        return record.read(() -> {
            Map<String, Dismissal> all = new HashMap<>();
            database.sql(
                    "select fault, texts, reason, account, account_name, dismissed_at from radar_dismissal")
                    .query(row -> {
                        Dismissal one = dismissal(row);
                        all.put(one.fault(), one);
                    });
            return all;
        });
    }

    private static Dismissal dismissal(ResultSet row) throws SQLException {
        return new Dismissal(row.getString("fault"), row.getString("texts"), row.getString("reason"),
                new Actor(row.getString("account"), row.getString("account_name")),
                Moments.instant(row, "dismissed_at"));
    }

    /** In place of an earlier one of the same fault. */
    void dismiss(Dismissal dismissal) {
        record.write(() -> {
            delete(dismissal.fault());
            return database.sql("""
                    insert into radar_dismissal (fault, texts, reason, account, account_name, dismissed_at)
                    values (:fault, :texts, :reason, :account, :name, :at)""")
                    .param("fault", dismissal.fault())
                    .param("texts", dismissal.texts())
                    .param("reason", dismissal.reason())
                    .param("account", dismissal.by().account())
                    .param("name", dismissal.by().name())
                    .param("at", Moments.stored(dismissal.at())).update();
        });
    }

    /** @return false when there was none */
    boolean restore(String fault) {
        return record.write(() -> delete(fault) > 0);
    }

    private int delete(String fault) {
        return database.sql("delete from radar_dismissal where fault = :fault").param("fault", fault)
                .update();
    }

    Map<String, Followed> links() {
        return record.read(() -> {
            Map<String, Followed> links = new HashMap<>();
            database.sql("select address, state, checked_at from radar_link").query(row -> {
                links.put(row.getString(1), new Followed(LinkState.valueOf(row.getString(2)),
                        Moments.instant(row, "checked_at")));
            });
            return links;
        });
    }

    void followed(String address, LinkState state, Instant at) {
        record.write(() -> {
            database.sql("delete from radar_link where address = :address").param("address", address)
                    .update();
            return database
                    .sql("insert into radar_link (address, state, checked_at) values (:address, :state, :at)")
                    .param("address", address).param("state", state.name())
                    .param("at", Moments.stored(at)).update();
        });
    }

    /** Links that no page has any more. */
    void forgetLinks(Set<String> kept) {
        record.write(() -> {
            links().keySet().stream().filter(address -> !kept.contains(address)).forEach(address -> database
                    .sql("delete from radar_link where address = :address").param("address", address)
                    .update());
            return true;
        });
    }

    /** Whether an owner has been told in a week, or had nothing to be told. */
    boolean isTold(String week, String owner) {
        return record.read(() -> database
                .sql("select count(*) from radar_mail where week = :week and owner = :owner")
                .param("week", week).param("owner", owner).query(Integer.class).single() > 0);
    }

    void told(String week, String owner, String outcome, Instant at) {
        record.write(() -> database
                .sql("""
                        insert into radar_mail (week, owner, outcome, sent_at) values (:week, :owner, :outcome, :at)""")
                .param("week", week).param("owner", owner).param("outcome", outcome)
                .param("at", Moments.stored(at)).update());
    }
}
