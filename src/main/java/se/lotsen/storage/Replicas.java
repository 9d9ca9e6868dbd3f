package se.lotsen.storage;

import java.util.UUID;

/**
 * The processes that share the database. Each says every second that it lives; one that has said nothing for
 * {@link #SILENCE_SECONDS} seconds of the database's clock is gone. With the embedded database a process is alone, and
 * whatever another id stands for is gone.
 */
public interface Replicas {
    /** Several signs of life, and short enough that what a killed process has left is taken up within ten seconds. */
    int SILENCE_SECONDS = 5;

    /** Ends what another process would otherwise wait for: an SQL condition on the column that holds a replica's id. */
    String GONE = """
            not exists (select 1 from replica living where living.id = %s
                and living.seen_at > current_timestamp - interval '""" + SILENCE_SECONDS + "' second)";

    /** This process, since its start; never the same again. */
    UUID own();

    /** Whether there may be others. */
    boolean several();

    /** The only process there is. */
    static Replicas alone() {
        return of(UUID.randomUUID(), false);
    }

    /** Of this id. */
    static Replicas of(UUID own, boolean several) {
        return new Replicas() {
            @Override
            public UUID own() {
                return own;
            }

            @Override
            public boolean several() {
                return several;
            }
        };
    }
}
