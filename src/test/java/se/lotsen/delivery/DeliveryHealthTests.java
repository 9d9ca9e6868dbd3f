package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import se.lotsen.conversation.Outbox;

/** A fault here would hide from the health endpoint what the database's own check has to say. */
class DeliveryHealthTests {
    private final Outbox outbox = mock();

    @Test
    void isUnknownWithoutTheDatabase() {
        when(outbox.counts()).thenThrow(new CannotCreateTransactionException("no connection"))
                .thenThrow(new DataAccessResourceFailureException("gone"));
        assertThat(new DeliveryHealth(outbox).health().getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(new DeliveryHealth(outbox).health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUpWhateverWaits() {
        when(outbox.counts()).thenReturn(new Outbox.Counts(3, 2, 1));
        assertThat(new DeliveryHealth(outbox).health().getStatus()).isEqualTo(Status.UP);
    }
}
