package se.lotsen.conversation;

import se.lotsen.storage.Undisturbed;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;
import reactor.core.scheduler.Schedulers;

/**
 * How the store works on the database, so that an embedded H2 survives what its citizens do. Work runs
 * {@link Undisturbed}, as a citizen who leaves interrupts it. And a conversation's writers go one by one: where
 * several wait for a row's lock, H2 2.4.240 fails with "Row not found when trying to delete from index" (90112) until
 * the lock times out. Between processes that share a PostgreSQL the row's lock is what counts.
 */
final class Transactions {
    /** Conversations that share a lock wait for each other a millisecond; more locks would buy nothing. */
    private static final int LOCKS = 256;

    private final TransactionOperations transactions;
    private final Lock[] locks = locks();
    private final Lock[] agents = locks();

    Transactions(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /** In one transaction. Waits also when the calling thread is interrupted; faults arrive as they were thrown. */
    <T> T run(Supplier<T> work) {
        refuseEventLoops();
        return Undisturbed.run(() -> transactions.execute(status -> work.get()));
    }

    /** As above, after all earlier writers of the conversation in this process. */
    <T> T write(ConversationId conversation, Supplier<T> work) {
        refuseEventLoops();
        Lock lock = locks[Math.floorMod(conversation.hashCode(), LOCKS)];
        lock.lock();
        try {
            return run(work);
        } finally {
            lock.unlock();
        }
    }

    /**
     * After all earlier work for the agent in this process, and around {@link #write}, never within: whoever waits for an agent
     * must hold no conversation.
     */
    <T> T alone(String agent, Supplier<T> work) {
        refuseEventLoops();
        Lock lock = agents[Math.floorMod(agent.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static Lock[] locks() {
        return Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);
    }

    private static void refuseEventLoops() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    "The store blocks; call it from boundedElastic, not from an event loop");
        }
    }
}
