package se.lotsen.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * The sessions of staff, in the database, so that every process knows them and a restart ends none. Of a session's id only the
 * hash is kept. That it was used is written down at most every so often: it may end that much earlier, never later.
 */
final class SessionTable {
    private static final Duration COARSE = Duration.ofSeconds(30);
    private final SerialRecord record;
    private final JdbcClient database;
    private final Duration idleTime;
    private final Duration longest;
    private final Duration written;

    /** @param longest since the sign-in; then the session ends, used or not */
    SessionTable(SerialRecord record, JdbcClient database, Duration idleTime, Duration longest) {
        this.record = record;
        this.database = database;
        this.idleTime = idleTime;
        this.longest = longest;
        Duration part = idleTime.dividedBy(20);
        this.written = part.compareTo(COARSE) < 0 ? part : COARSE;
    }

    /** @param mark the account's when the session was begun */
    record Session(UUID account, int mark, Instant usedAt) {
    }

    /** The id of a new session; what has ended by itself is cleared away. */
    String begin(UUID account, int mark, Instant now) {
        String id = RandomToken.fresh();
        record.write(() -> {
            database.sql("delete from staff_session where used_at <= :ended or begun_at <= :old")
                    .param("ended", Moments.stored(now.minus(idleTime)))
                    .param("old", Moments.stored(now.minus(longest))).update();
            return database.sql("""
                    insert into staff_session (id_hash, account_id, mark, begun_at, used_at)
                    values (:hash, :account, :mark, :now, :now)""")
                    .param("hash", RandomToken.hash(id))
                    .param("account", account)
                    .param("mark", mark)
                    .param("now", Moments.stored(now))
                    .update();
        });
        return id;
    }

    /** One that nobody has used for too long, or that has lasted too long, is empty. */
    Optional<Session> use(String id, Instant now) {
        byte[] hash = RandomToken.hash(id);
        Optional<Session> session = record.read(() -> database.sql("""
                select account_id, mark, used_at from staff_session
                where id_hash = :hash and used_at > :ended and begun_at > :old""")
                .param("hash", hash).param("ended", Moments.stored(now.minus(idleTime)))
                .param("old", Moments.stored(now.minus(longest)))
                .query((row, n) -> new Session(row.getObject(1, UUID.class), row.getInt(2),
                        Moments.instant(row, "used_at")))
                .optional());
        session.filter(found -> !now.isBefore(found.usedAt().plus(written))).ifPresent(
                old -> record.write(() -> database
                        .sql("update staff_session set used_at = :now where id_hash = :hash and used_at < :now")
                        .param("now", Moments.stored(now)).param("hash", hash).update()));
        return session;
    }

    /** For good. */
    void end(String id) {
        record.write(() -> database.sql("delete from staff_session where id_hash = :hash")
                .param("hash", RandomToken.hash(id)).update());
    }
}
