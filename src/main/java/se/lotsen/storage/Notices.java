package se.lotsen.storage;

import java.util.function.Consumer;

/**
 * Tells every process that shares the database that something has changed. A notice says no more than "look": it carries a
 * topic and an id, never content, and whoever hears it reads the database, which is the only record of what happened.
 * Notices may therefore come twice or be joined into one, and they may be lost while the connection is; then
 * {@link Listener#look} says so, and nothing that is stored is missed.
 *
 * <p>Told within a transaction it is heard after the commit, and not at all after a rollback; on PostgreSQL it is part of
 * the commit, so that no killed process can come between. Told outside of one it is heard at once. With the embedded
 * database there is one process, and nothing is ever lost.
 */
public interface Notices {
    /** How long a topic and a key may be together, in characters; PostgreSQL takes 8,000 bytes. */
    int LONGEST = 500;

    /**
     * Tells all processes, this one included. Blocks where the database is PostgreSQL: call it from where the database is
     * worked on.
     *
     * @param topic a word, without spaces
     * @param key what has changed: an id, or a few; may be empty
     */
    void tell(String topic, String key);

    /** From now on; there is no way back, so listen once for each bean and not for each request. */
    void listen(String topic, Listener listener);

    /** Whether what other processes tell is heard now; always true where there are none. */
    boolean isConnected();

    /** In this process only, as with the embedded database. */
    static Notices inProcess() {
        return new LocalNotices();
    }

    /** Hears of one topic. It must return at once and may neither block nor use the database: others wait behind it. */
    interface Listener {
        /** The thing may have changed. */
        void heard(String key);

        /** The connection was made, for the first time or again: anything may have changed unheard. */
        void look();

        /** For what passes: whoever did not hear it needs not look for it. */
        static Listener passing(Consumer<String> heard) {
            return new Listener() {
                @Override
                public void heard(String key) {
                    heard.accept(key);
                }

                @Override
                public void look() {
                    // There is nothing to look for.
                }
            };
        }
    }
}
