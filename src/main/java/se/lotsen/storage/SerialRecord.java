package se.lotsen.storage;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How rooms with few writers work on the database: {@link Undisturbed}, and one writer at a time, as H2 can lose a row that
 * several wait for. It blocks, and refuses event loops. Whoever writes must not write again within: it would wait for itself
 * in vain.
 */
public final class SerialRecord {
    private final TransactionOperations transactions;
    private final Lock writers = new ReentrantLock();

    /** Writers wait for each other where they share this object; a process has one. */
    public SerialRecord(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /** Off the event loop. */
    public static <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    /** In one transaction, beside others. */
    public <T> T read(Supplier<T> work) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    "The database is used from boundedElastic, not from an event loop");
        }
        return Undisturbed.run(() -> transactions.execute(status -> work.get()));
    }

    /** In one transaction, after all earlier writers in this process. */
    public <T> T write(Supplier<T> work) {
        writers.lock();
        try {
            return read(work);
        } finally {
            writers.unlock();
        }
    }
}
