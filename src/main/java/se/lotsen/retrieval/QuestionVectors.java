package se.lotsen.retrieval;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;

/**
 * Asks for a question's vector while its words are searched, and waits for it no longer than a deadline, whatever the
 * backend does. After a backend was too slow it is left alone for a moment, so that a request that searches twice waits
 * once.
 */
final class QuestionVectors {
    private static final int AT_ONCE = 64;

    private final Embeddings embeddings;
    private final Duration deadline;
    private final Duration rest;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicLong tooSlowAt = new AtomicLong(Long.MIN_VALUE);

    QuestionVectors(Embeddings embeddings, Duration deadline, Duration rest) {
        this.embeddings = embeddings;
        this.deadline = deadline;
        this.rest = rest;
    }

    /** A vector that is on its way. */
    final class Asked {
        private final FutureTask<float[]> task;
        private final long begun = System.nanoTime();

        private Asked(FutureTask<float[]> task) {
            this.task = task;
        }

        /** @throws EmbeddingUnavailable when it has not come within the deadline */
        float[] get() {
            long left = deadline.toNanos() - (System.nanoTime() - begun);
            try {
                return task.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                tooSlowAt.set(System.nanoTime());
                task.cancel(true);
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.TIMEOUT,
                        "No vector within " + deadline.toMillis() + " ms", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EmbeddingUnavailable known) {
                    throw known;
                }
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.REFUSED,
                        "The embedding backend failed", e);
            } catch (CancellationException e) {
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.RESTING,
                        "The embedding backend is not asked now", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.TIMEOUT, "Interrupted", e);
            }
        }
    }

    /** Begins to ask; returns at once. */
    Asked ask(String question) {
        FutureTask<float[]> task = new FutureTask<>(() -> embeddings.question(question));
        if (isResting() || !free.tryAcquire()) {
            task.cancel(false);
            return new Asked(task);
        }
        Thread.ofVirtual().name("question-vector").start(() -> {
            try {
                task.run();
            } finally {
                free.release();
            }
        });
        return new Asked(task);
    }

    private boolean isResting() {
        long at = tooSlowAt.get();
        return at != Long.MIN_VALUE && System.nanoTime() - at < rest.toNanos();
    }
}
