package se.lotsen.storage;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A random key for hashes that must be the same in all processes: made by the first that asks, and kept in the database where
 * there may be several. Where there is one it is new with each start and stored nowhere.
 */
public final class SharedKey {
    private static final int BYTES = 32;

    private SharedKey() {
    }

    /** @param name what it is for; the same name gives the same key */
    public static byte[] of(String name, Replicas replicas, JdbcClient database,
            TransactionOperations transactions,
            Clock clock) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return replicas.several()
                ? Undisturbed.run(() -> transactions.execute(status -> kept(name, fresh, database, clock)))
                : fresh;
    }

    private static byte[] kept(String name, byte[] fresh, JdbcClient database, Clock clock) {
        database.sql("""
                insert into shared_key (name, key_bytes, made_at) values (:name, :fresh, :now)
                on conflict do nothing""")
                .param("name", name).param("fresh", fresh).param("now", Moments.stored(clock.instant()))
                .update();
        return database.sql("select key_bytes from shared_key where name = :name").param("name", name)
                .query(byte[].class).single();
    }
}
