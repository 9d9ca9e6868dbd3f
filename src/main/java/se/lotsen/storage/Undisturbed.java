package se.lotsen.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Runs database work on threads that nobody interrupts. A citizen who leaves cancels the request, which interrupts its
 * thread; under an interrupted thread Java closes H2's file, and with it the database for everybody until a restart.
 */
public final class Undisturbed {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Undisturbed() {
    }

    /** Waits for the work, also when the waiting thread is interrupted; faults arrive as they were thrown. */
    public static <T> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, THREADS).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }
}
