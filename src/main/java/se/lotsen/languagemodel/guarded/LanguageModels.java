package se.lotsen.languagemodel.guarded;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.scheduler.Schedulers;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelProperties.Backend;
import se.lotsen.languagemodel.ModelStatus;

/** The configured models behind their guards, as one. */
public final class LanguageModels {
    /** Of the last 20 calls, from the fifth on (a chat has too few for the library's default of 100). */
    private static final int WINDOW = 20;
    private static final int FEWEST = 5;

    private final Optional<ModelChain> chain;
    private final long tokensPerDay;

    /** @param wire makes the model that a configured one names */
    public LanguageModels(ModelProperties properties, Function<Backend, LanguageModel> wire, Clock clock,
            MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW).minimumNumberOfCalls(FEWEST)
                .waitDurationInOpenState(properties.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(properties.totalTimeout())
                .slowCallDurationThreshold(properties.totalTimeout().multipliedBy(2))
                .build());
        BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.maxConcurrent()).maxWaitDuration(Duration.ZERO).build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        List<GuardedLanguageModel> models = new ArrayList<>();
        for (Backend backend : properties.backends()) {
            models.add(new GuardedLanguageModel(wire.apply(backend), properties,
                    breakers.circuitBreaker(backend.id()), bulkheads.bulkhead(backend.id()), clock,
                    Schedulers.parallel()));
        }
        this.chain = models.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModelChain(models, new Budget(properties, clock), meters));
        this.tokensPerDay = properties.tokensPerDay();
    }

    /** The models as one; empty when none is configured. */
    public Optional<LanguageModel> model() {
        return chain.map(models -> models);
    }

    /** How they stand. */
    public ModelStatus status() {
        return chain.map(ModelChain::status).orElseGet(() -> new ModelStatus(List.of(), tokensPerDay));
    }
}
