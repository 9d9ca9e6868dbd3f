package se.lotsen.staff;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * How this room works on the database, for the same reasons as the record of conversations does: on threads that nobody
 * interrupts, as that would close H2's file, and one writer at a time, as H2 can lose a row that several wait for.
 */
final class StaffRecord {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private final TransactionOperations transactions;
    private final Lock writers = new ReentrantLock();

    StaffRecord(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /** Off the event loop. */
    static <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    <T> T read(Supplier<T> work) {
        return undisturbed(work);
    }

    /** In one transaction, after all earlier writers in this process. */
    <T> T write(Supplier<T> work) {
        writers.lock();
        try {
            return undisturbed(() -> transactions.execute(status -> work.get()));
        } finally {
            writers.unlock();
        }
    }

    private static <T> T undisturbed(Supplier<T> work) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("Accounts are read from boundedElastic, not from an event loop");
        }
        try {
            return CompletableFuture.supplyAsync(work, THREADS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }
}
