package se.lotsen.languagemodel.guarded;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;

/**
 * A model with deadlines for its first word, each further one and the end; as many calls at once as it is allowed; a
 * breaker that leaves it alone when it fails too often, and as long as it asks to be left alone. It is never asked twice for
 * one call.
 */
final class GuardedLanguageModel implements LanguageModel {
    private static final Logger log = LoggerFactory.getLogger(GuardedLanguageModel.class);
    /** A provider that wants to be left alone for longer is tried again after this: it may have meant another key's limit. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final LanguageModel model;
    private final ModelProperties limits;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Clock clock;
    private final Scheduler timer;
    private volatile Instant notBefore = Instant.MIN;
    private volatile Optional<Reason> lastFault = Optional.empty();

    GuardedLanguageModel(LanguageModel model, ModelProperties limits, CircuitBreaker breaker,
            Bulkhead bulkhead,
            Clock clock, Scheduler timer) {
        this.model = model;
        this.limits = limits;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Flux<String> stream(Prompt prompt, ModelUse use) {
        return Flux.defer(() -> {
            if (clock.instant().isBefore(notBefore) || !breaker.tryAcquirePermission()) {
                return Flux.error(new ModelUnavailable(Reason.RESTING, null));
            }
            if (!bulkhead.tryAcquirePermission()) {
                breaker.releasePermission();
                return Flux.error(new ModelUnavailable(Reason.BUSY, null));
            }
            return counted(inTime(Flux.defer(() -> model.stream(prompt, use))));
        });
    }

    private Flux<String> inTime(Flux<String> parts) {
        Mono<Long> first = Mono.delay(limits.firstTokenTimeout(), timer);
        AtomicBoolean late = new AtomicBoolean();
        Flux<String> ended = parts
                .timeout(first, part -> Mono.delay(limits.idleTimeout(), timer))
                // Ending it, and failing afterwards: an error in this place would not reach the model.
                .takeUntilOther(
                        Mono.delay(limits.totalTimeout(), timer).doOnNext(tick -> late.set(true)));
        Flux<String> failing = Flux
                .defer(() -> late.get() ? Flux.error(new TimeoutException("total")) : Flux.empty());
        return Flux.concat(List.of(ended, failing)).onErrorMap(fault -> fault instanceof ModelUnavailable
                ? fault
                : new ModelUnavailable(fault instanceof TimeoutException ? Reason.TIMEOUT : Reason.FAULT,
                        fault));
    }

    /** Tells the breaker how the call ended, once; a call that was given up tells nothing of the model. */
    private Flux<String> counted(Flux<String> parts) {
        AtomicBoolean ended = new AtomicBoolean();
        long begun = breaker.getCurrentTimestamp();
        return parts
                .doOnComplete(() -> {
                    if (ended.compareAndSet(false, true)) {
                        lastFault = Optional.empty();
                        breaker.onSuccess(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
                    }
                })
                .doOnError(ModelUnavailable.class, fault -> {
                    if (ended.compareAndSet(false, true)) {
                        failed(fault, breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
                    }
                })
                .doOnCancel(() -> {
                    if (ended.compareAndSet(false, true)) {
                        breaker.releasePermission();
                    }
                })
                .doFinally(signal -> bulkhead.onComplete());
    }

    private void failed(ModelUnavailable fault, long after, TimeUnit unit) {
        lastFault = Optional.of(fault.reason());
        fault.retryAfter().ifPresent(wanted -> notBefore = clock.instant()
                .plus(wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted));
        // The text of a provider's error may repeat the question: its class alone is logged.
        log.warn("Model {}: {} ({})", model.id(), fault.reason(),
                fault.getCause() == null ? "-" : fault.getCause().getClass().getSimpleName());
        breaker.onError(after, unit, fault);
    }

    /** How the last call failed; empty when it did not. */
    Optional<Reason> lastFault() {
        return lastFault;
    }

    /** Whether it would be asked now. */
    boolean isAvailable() {
        return !clock.instant().isBefore(notBefore) && switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> false;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
        };
    }

    /** The breaker's state, such as {@code CLOSED}. */
    String state() {
        return breaker.getState().name();
    }
}
