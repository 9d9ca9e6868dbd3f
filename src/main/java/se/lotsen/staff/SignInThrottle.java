package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * Slows down guessing: so many attempts for a user name, and so many from an address, in a while, whichever process they come
 * to. Names that are not there are counted like those that are. Names and addresses are kept as hashes, and no longer than the
 * window; an address that has had too many counts for no name any more, so that it can neither fill the table nor lock out
 * others. It blocks.
 */
final class SignInThrottle {
    private final SerialRecord record;
    private final JdbcClient database;
    private final int perName;
    private final int perAddress;
    private final Duration window;
    private final Clock clock;

    SignInThrottle(SerialRecord record, JdbcClient database, StaffProperties properties, Clock clock) {
        this.record = record;
        this.database = database;
        this.perName = properties.attemptsPerAccount();
        this.perAddress = properties.attemptsPerAddress();
        this.window = properties.attemptsWindow();
        this.clock = clock;
    }

    /** Counts the attempt before it is made, so that many at once are counted too; false when there were too many. */
    boolean admits(String userName, String address) {
        return count(RandomToken.hash("address\n" + address)) <= perAddress
                && count(name(userName)) <= perName;
    }

    /** Who has come in is not the one who guesses; their address goes on being counted. */
    void cameIn(String userName) {
        record.write(() -> database.sql("delete from staff_attempt where key_hash = :key")
                .param("key", name(userName)).update());
    }

    private static byte[] name(String userName) {
        return RandomToken.hash("name\n" + AccountTable.key(userName));
    }

    private int count(byte[] key) {
        try {
            return record.write(() -> counted(key));
        } catch (DuplicateKeyException e) {
            // Another process counted the first one at the same time: this is the second.
            return record.write(() -> counted(key));
        }
    }

    private int counted(byte[] key) {
        Instant now = clock.instant();
        boolean known = database.sql("""
                update staff_attempt set attempts = case when since <= :ended then 1 else attempts + 1 end,
                    since = case when since <= :ended then :now else since end
                where key_hash = :key""")
                .param("ended", Moments.stored(now.minus(window)))
                .param("now", Moments.stored(now))
                .param("key", key)
                .update() == 1;
        if (!known) {
            database.sql("delete from staff_attempt where since <= :ended")
                    .param("ended", Moments.stored(now.minus(window))).update();
            database.sql("insert into staff_attempt (key_hash, since, attempts) values (:key, :now, 1)")
                    .param("key", key).param("now", Moments.stored(now)).update();
        }
        return database.sql("select attempts from staff_attempt where key_hash = :key").param("key", key)
                .query(Integer.class).single();
    }
}
