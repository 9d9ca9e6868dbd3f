package se.lotsen.embedding;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import se.lotsen.embedding.EmbeddingBackend.Kind;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/**
 * Calls of one kind, counted and timed. When half of the last calls failed, nobody is asked for five seconds; then two
 * calls try again. Questions and passages are told apart, so that a page the backend chokes on silences no question.
 */
final class GuardedCalls {
    private static final int WINDOW = 20;
    private static final int MINIMUM = 5;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int TRIALS = 2;

    private final CircuitBreaker breaker;
    private final MeterRegistry meters;
    private final String kind;

    GuardedCalls(Kind kind, MeterRegistry meters, Clock clock) {
        this.kind = kind.name().toLowerCase(Locale.ROOT);
        this.meters = meters;
        breaker = CircuitBreaker.of("embedding-" + this.kind, CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW).minimumNumberOfCalls(MINIMUM).waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS).clock(clock).build());
        Gauge.builder("lotsen.embedding.resting", this, calls -> calls.resting() ? 1 : 0)
                .tag("kind", this.kind).register(meters);
    }

    boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    List<float[]> call(Supplier<List<float[]>> call) {
        long begun = System.nanoTime();
        String outcome = "broken";
        try {
            List<float[]> vectors = permitted(call, begun);
            outcome = "ok";
            return vectors;
        } catch (EmbeddingUnavailable e) {
            outcome = e.reason().name().toLowerCase(Locale.ROOT);
            throw e;
        } finally {
            Timer.builder("lotsen.embedding.requests").tag("kind", kind).tag("outcome", outcome)
                    .register(meters).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private List<float[]> permitted(Supplier<List<float[]>> call, long begun) {
        if (!breaker.tryAcquirePermission()) {
            throw new EmbeddingUnavailable(Reason.RESTING, "failed too often just now");
        }
        boolean told = false;
        try {
            List<float[]> vectors = call.get();
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            told = true;
            return vectors;
        } catch (EmbeddingUnavailable e) {
            // Whoever interrupts a call says nothing about the backend.
            if (!Thread.currentThread().isInterrupted()) {
                breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
                told = true;
            }
            throw e;
        } finally {
            if (!told) {
                breaker.releasePermission();
            }
        }
    }
}
