package se.lotsen.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.lotsen.conversation.Outbox;

/**
 * How deliveries stand, on the health endpoint. It is never down: a receiver that is away takes nothing from citizens, and
 * restarting the service would not bring it back. Without the database it is unknown, and the database's own check says so.
 */
final class DeliveryHealth implements HealthIndicator {
    private final Outbox outbox;

    DeliveryHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        Outbox.Counts counts;
        try {
            counts = outbox.counts();
        } catch (DataAccessException | TransactionException e) {
            return Health.unknown().build();
        }
        return Health.up().withDetail("waiting", counts.waiting()).withDetail("failing", counts.failing())
                .withDetail("dead", counts.dead()).build();
    }
}
