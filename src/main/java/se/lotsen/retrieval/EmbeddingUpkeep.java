package se.lotsen.retrieval;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.embedding.EmbeddingUnavailable;

/**
 * Keeps the vectors what the pages are, on one thread of its own, at start and whenever pages change. Questions are answered
 * by words meanwhile. While the backend is away it tries again, at growing intervals.
 */
public final class EmbeddingUpkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddingUpkeep.class);
    private static final int LOG_EVERY = 100;
    private static final int STOP_SECONDS = 3;

    private final @Nullable PageEmbedder embedder;
    private final Clock clock;
    private final Duration firstPause;
    private final Duration longestPause;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("embedding").daemon().priority(Thread.MIN_PRIORITY).factory());
    private final CountDownLatch firstRound = new CountDownLatch(1);
    private volatile EmbeddingStatus status;
    private List<IndexedPage> pages = List.of();
    private SeedQuestions seeds = SeedQuestions.NONE;
    private int failures;
    private @Nullable Future<?> next;

    EmbeddingUpkeep(@Nullable PageEmbedder embedder, String model, Clock clock, Duration firstPause,
            Duration longestPause) {
        this.embedder = embedder;
        this.clock = clock;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.status = new EmbeddingStatus(model, 0, 0, false, null, null);
    }

    /** Where there is no backend: nothing is ever done. */
    static EmbeddingUpkeep none() {
        EmbeddingUpkeep none = new EmbeddingUpkeep(null, "", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                Duration.ZERO, Duration.ZERO);
        none.firstRound.countDown();
        return none;
    }

    /** How far it has come. */
    public EmbeddingStatus status() {
        return status;
    }

    /** Waits until everything is embedded, or the first attempt has failed; false when the time is up before that. */
    public boolean awaitFirstRound(Duration atMost) throws InterruptedException {
        return firstRound.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** These are the pages from now on. */
    synchronized void changed(List<IndexedPage> now, SeedQuestions examples) {
        if (embedder == null) {
            return;
        }
        pages = List.copyOf(now);
        seeds = examples;
        schedule(Duration.ZERO);
    }

    private synchronized void schedule(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        next = thread.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        List<IndexedPage> now;
        SeedQuestions examples;
        synchronized (this) {
            now = pages;
            examples = seeds;
        }
        try {
            boolean ready = Objects.requireNonNull(embedder).run(now, examples, this::progressed);
            failures = 0;
            status = status.made(ready);
            log.info("{} of {} passages have a vector of {}", status.embedded(), status.total(),
                    status.model());
        } catch (EmbeddingUnavailable e) {
            failed(e.reason().name(), e);
        } catch (RuntimeException e) {
            failed("FAILED", e);
        }
        firstRound.countDown();
    }

    private void progressed(int done, int of) {
        int before = status.embedded();
        status = status.progressed(done, of);
        if (done / LOG_EVERY > before / LOG_EVERY && done < of) {
            log.info("Embedding: {} of {} passages", done, of);
        }
    }

    private void failed(String reason, RuntimeException fault) {
        if (thread.isShutdown()) {
            return;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures, 20));
        pause = pause.compareTo(longestPause) > 0 ? longestPause : pause;
        failures++;
        status = status.failed(reason, clock.instant().plus(pause));
        log.warn("Embedding: {} ({}); {} of {} passages have a vector, words alone answer; next try in {} s",
                reason, fault.getMessage(), status.embedded(), status.total(), pause.toSeconds());
        schedule(pause);
    }

    /** Ends what is under way and waits for its end, a few seconds at most: an index cannot be closed in the middle of a commit. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Embedding: a request to the backend did not end within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
