package se.lotsen.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.storage.SerialRecord;

/**
 * Takes up the runs that are under way: those just begun, and those that another process began and does not work on any more,
 * because it was stopped or killed. One run has one worker.
 */
final class ImportWatch {
    /** A worker that has not been heard of for so long is gone; it says that it is there at each look. */
    static final Duration STALE = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(ImportWatch.class);

    private final UUID worker = UUID.randomUUID();
    private final Map<UUID, Worker> working = new ConcurrentHashMap<>();
    private final SerialRecord record;
    private final RunTable runs;
    private final ImportRunner runner;
    private final Clock clock;
    private volatile boolean stopping;

    ImportWatch(SerialRecord record, RunTable runs, ImportRunner runner, Clock clock) {
        this.record = record;
        this.runs = runs;
        this.runner = runner;
        this.clock = clock;
    }

    /** Looks once; returns at once. */
    void look() {
        working.values().removeIf(worker -> !worker.thread.isAlive());
        for (ImportRun run : record.read(runs::underWay)) {
            boolean mine = record.write(() -> runs.claim(run.id(), worker, clock.instant().minus(STALE),
                    clock.instant()));
            if (mine && !stopping) {
                working.computeIfAbsent(run.id(), id -> new Worker(run));
            }
        }
    }

    /** A run's thread, which may be interrupted while it waits for its source and at no other time. */
    private final class Worker implements ImportRunner.Waiting {
        private final ImportRun run;
        private final Thread thread;
        private boolean waiting;
        private boolean ended;

        Worker(ImportRun run) {
            this.run = run;
            this.thread = Thread.ofVirtual().name("import").start(this::work);
        }

        private void work() {
            try {
                runner.run(run.id(), this);
            } catch (InterruptedException e) {
                log.info("Import {} goes on after the next start", run.id());
            } catch (RuntimeException e) {
                if (!stopping) {
                    log.error("Import {} ended by a fault", run.id(), e);
                    runner.end(run, RunState.FAILED, ItemReason.FAULT);
                }
            }
        }

        @Override
        public <T> T on(Source<T> source) throws InterruptedException {
            synchronized (this) {
                if (ended) {
                    throw new InterruptedException();
                }
                waiting = true;
            }
            try {
                return source.ask();
            } finally {
                synchronized (this) {
                    waiting = false;
                    // Too late to matter, and the database must not see it.
                    boolean late = Thread.interrupted();
                    ended = ended || late;
                }
            }
        }

        synchronized void stop() {
            ended = true;
            if (waiting) {
                thread.interrupt();
            }
        }
    }

    /** Before the database is closed. What is in hand is finished or read again after the next start. */
    void stop() throws InterruptedException {
        stopping = true;
        for (Worker one : working.values()) {
            one.stop();
        }
        for (Worker one : working.values()) {
            one.thread.join(Duration.ofSeconds(10));
        }
    }
}
