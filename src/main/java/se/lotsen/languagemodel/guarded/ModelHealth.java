package se.lotsen.languagemodel.guarded;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.ModelStatus;

/**
 * How the models stand, on the health endpoint. It is never down: without a model every question is still answered from the
 * pages or handed over.
 */
final class ModelHealth implements HealthIndicator {
    private final GuardedModels models;

    ModelHealth(GuardedModels models) {
        this.models = models;
    }

    @Override
    public Health health() {
        ModelStatus now = models.status().get();
        return Health.up().withDetail("models", now.models()).withDetail("tokensLeft", now.tokensLeft())
                .build();
    }
}
