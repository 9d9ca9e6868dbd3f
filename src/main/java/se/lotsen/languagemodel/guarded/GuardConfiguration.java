package se.lotsen.languagemodel.guarded;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelStatus;
import se.lotsen.languagemodel.ModelWiring;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class GuardConfiguration {
    /** Of the last 20 calls, from the fifth on: a chat has too few for the library's default of 100. */
    private static final int WINDOW = 20;
    private static final int FEWEST = 5;

    @Bean
    GuardedModels guardedModels(ModelProperties properties, ModelWiring wiring, Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return guarded(properties, wiring, clock, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    HealthIndicator modelHealthIndicator(GuardedModels models) {
        return new ModelHealth(models);
    }

    static GuardedModels guarded(ModelProperties properties, ModelWiring wiring, Clock clock,
            MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breaker(properties));
        BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.maxConcurrent()).maxWaitDuration(Duration.ZERO).build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        List<GuardedLanguageModel> models = properties.backends().stream()
                .map(backend -> new GuardedLanguageModel(wiring.connect(backend), properties,
                        breakers.circuitBreaker(backend.id()), bulkheads.bulkhead(backend.id()), clock,
                        Schedulers.parallel()))
                .toList();
        if (models.isEmpty()) {
            return new GuardedModels(Optional.empty(),
                    () -> new ModelStatus(List.of(), properties.tokensPerDay()));
        }
        ModelChain chain = new ModelChain(models, new Budget(properties, clock), meters);
        return new GuardedModels(Optional.of(chain), chain::status);
    }

    static CircuitBreakerConfig breaker(ModelProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW).minimumNumberOfCalls(FEWEST)
                .waitDurationInOpenState(properties.rest())
                // The chain passes over an open one: nobody would knock to find out that its rest is over.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(properties.totalTimeout().multipliedBy(2))
                // A long answer is no slow call; what is too slow is a fault by its deadline.
                .slowCallDurationThreshold(properties.totalTimeout().multipliedBy(2))
                .build();
    }
}
