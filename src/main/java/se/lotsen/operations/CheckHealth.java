package se.lotsen.operations;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * An area on the health endpoint: down only where the service cannot do its work, so that nobody restarts it for what a
 * restart does not mend. The codes are for whoever shows the staff's key.
 */
final class CheckHealth implements HealthIndicator {
    private final Checks checks;
    private final Area[] areas;

    CheckHealth(Checks checks, Area... areas) {
        this.checks = checks;
        this.areas = areas.clone();
    }

    @Override
    public Health health() {
        List<Check> found = checks.of(areas);
        boolean down = found.stream().anyMatch(check -> check.finding().level() == Finding.Level.DOWN);
        return (down ? Health.down() : Health.up())
                .withDetail("codes", found.stream().map(Check::code).toList()).build();
    }
}
