package se.lotsen.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.Outbox;

/**
 * Carries out what is due in the outbox, each channel by a few at a time. An entry is taken for longer than an attempt
 * can last; a process that dies with it leaves it to the next. Ids and outcomes are logged, never what is sent.
 */
final class DeliveryRound {
    static final Duration LEASE = Duration.ofMinutes(5);
    /** Well below the lease, and above what the time-outs of a channel add up to. */
    static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);
    private static final int BATCH = 50;
    private static final int AT_ONCE = 8;
    private static final Logger log = LoggerFactory.getLogger(DeliveryRound.class);
    private final Outbox outbox;
    private final Map<String, Channel> channels;
    private final BackOff backOff;
    private final Duration giveUpAfter;
    private final Duration longestAttempt;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    DeliveryRound(Outbox outbox, List<Channel> channels, BackOff backOff, Duration giveUpAfter,
            Duration longestAttempt, DeliveryMetrics metrics, Clock clock) {
        this.outbox = outbox;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.backOff = backOff;
        this.giveUpAfter = giveUpAfter;
        this.longestAttempt = longestAttempt;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Goes on while something gets through; what fails waits for its time. Blocks. */
    void run() {
        List<Outbox.Entry> due = outbox.due(BATCH);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            carryOut(due);
            due = outbox.due(BATCH);
        }
        metrics.counted(outbox.counts());
    }

    private void carryOut(List<Outbox.Entry> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.stream().collect(Collectors.groupingBy(Outbox.Entry::kind)).values().forEach(entries -> {
                Semaphore places = new Semaphore(AT_ONCE);
                entries.forEach(entry -> threads.execute(() -> carryOut(entry, places)));
            });
        }
    }

    private void carryOut(Outbox.Entry entry, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            carryOut(entry);
        } finally {
            places.release();
        }
    }

    private void carryOut(Outbox.Entry entry) {
        if (!outbox.take(entry, clock.instant().plus(LEASE))) {
            return;
        }
        Outcome outcome = attempt(entry);
        metrics.attempted(entry.kind(), outcome);
        switch (outcome) {
            case Outcome.Delivered done -> {
                outbox.delivered(entry);
                log.debug("Delivered entry {} by {}", entry.id(), entry.kind());
            }
            case Outcome.Refused refused -> giveUp(entry, refused.code());
            case Outcome.Failed failed -> failed(entry, failed.code());
        }
    }

    private Outcome attempt(Outbox.Entry entry) {
        Channel channel = channels.get(entry.kind());
        if (channel == null) {
            return new Outcome.Failed("not-configured");
        }
        // A receiver that sends a byte now and then outlives every time-out of a connection.
        FutureTask<Outcome> attempt = new FutureTask<>(() -> channel.deliver(entry));
        Thread thread = Thread.ofVirtual().start(attempt);
        try {
            return attempt.get(longestAttempt.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new Outcome.Failed("timeout");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        } catch (ExecutionException e) {
            // A fault of ours must not stop the other entries; it may name what was sent, so only its kind is said.
            log.error("Entry {} by {} met a fault: {}", entry.id(), entry.kind(),
                    e.getCause() == null ? e.getClass().getName() : e.getCause().getClass().getName());
            return new Outcome.Failed("fault");
        }
    }

    private void failed(Outbox.Entry entry, String code) {
        Instant now = clock.instant();
        Instant end = entry.triedSince().plus(giveUpAfter);
        if (now.isBefore(end)) {
            Instant next = now.plus(backOff.after(entry.attempts()));
            outbox.retryAt(entry, next.isBefore(end) ? next : end, code);
            log.info("Entry {} by {} failed: {}", entry.id(), entry.kind(), code);
        } else {
            giveUp(entry, code);
        }
    }

    private void giveUp(Outbox.Entry entry, String code) {
        outbox.givenUp(entry, code);
        log.warn("Entry {} by {} was given up: {}", entry.id(), entry.kind(), code);
    }
}
