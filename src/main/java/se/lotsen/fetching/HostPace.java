package se.lotsen.fetching;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** One request at a time to a host, and a pause after each, so that nobody's web server suffers from an import. */
final class HostPace {
    private final Map<String, Turns> hosts = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final Waiting waiting;

    HostPace() {
        this(System::nanoTime, nanos -> Thread.sleep(Duration.ofNanos(nanos)));
    }

    HostPace(LongSupplier nanos, Waiting waiting) {
        this.nanos = nanos;
        this.waiting = waiting;
    }

    /** How time passes. */
    @FunctionalInterface
    interface Waiting {
        void pass(long nanos) throws InterruptedException;
    }

    /** Something to do while it is the caller's turn. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws InterruptedException;
    }

    private static final class Turns {
        private final Semaphore turn = new Semaphore(1, true);
        private boolean asked;
        private long ended;
    }

    /** Waits for earlier requests to the host and for the pause after the last of them. */
    <T> T inTurn(String host, Duration pause, Work<T> work) throws InterruptedException {
        Turns turns = hosts.computeIfAbsent(host, name -> new Turns());
        turns.turn.acquire();
        try {
            long left = turns.asked ? pause.toNanos() - (nanos.getAsLong() - turns.ended) : 0;
            if (left > 0) {
                waiting.pass(left);
            }
            try {
                return work.run();
            } finally {
                turns.asked = true;
                turns.ended = nanos.getAsLong();
            }
        } finally {
            turns.turn.release();
        }
    }
}
