package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be done outside, and how long its conversation is kept. */
interface OutboxContract extends CaseContract {

    @Test
    default void effectsOfAConversationComeInTheirOrderUntilDone() {
        ConversationId one = waitingIn("bygg");
        claim(one, ANNA);
        ConversationId other = waitingIn("bygg");
        Outbox outbox = record().outbox;
        assertThat(outbox.due(10)).extracting(Outbox.Entry::conversation).containsExactly(one, other);
        assertThat(outbox.due(1)).hasSize(1);

        Outbox.Entry first = outbox.due(1).getFirst();
        outbox.retryAt(first, record().clock.instant().plusSeconds(60), "timeout");
        assertThat(outbox.due(10)).extracting(Outbox.Entry::conversation).containsExactly(other);
        record().clock.advance(Duration.ofSeconds(60));
        assertThat(outbox.due(1)).singleElement().matches(entry -> entry.attempts() == 1);
        outbox.delivered(first);
        assertThat(outbox.due(10)).extracting(Outbox.Entry::number).containsExactlyInAnyOrder(2, 1);
        outbox.due(10).forEach(entry -> outbox.givenUp(entry, "gone"));
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    default void whatIsNotEndedIsNotDisposedOf() {
        ConversationId waiting = waitingIn("bygg");
        ConversationId owned = ownedBy(ANNA);
        ConversationId closed = closed();
        ConversationId undelivered = closed();
        handover().addNote(closed, key(), ANNA, text("Intern"));
        record().outbox.due(100);
        deliverAllBut(undelivered);
        record().clock.advance(OpenRecord.RETENTION);

        assertThat(record().disposal.disposeDue()).isEqualTo(1);
        assertThat(record().disposal.tombstone(closed)).isPresent();
        for (String table : List.of("note", "wrap_up", "handover_packet", "outbox")) {
            assertThat(record().database
                    .sql("select count(*) from " + table + " where conversation_id = :id")
                    .param("id", closed.value()).query(Long.class).single()).as(table).isZero();
        }
        for (ConversationId kept : List.of(waiting, owned, undelivered)) {
            assertThat(record().disposal.tombstone(kept)).isEmpty();
        }
        deliverAllBut(NOBODYS);
        assertThat(record().disposal.disposeDue()).isEqualTo(1);
    }

    private void deliverAllBut(ConversationId spared) {
        while (record().outbox.due(100).stream().anyMatch(entry -> !entry.conversation().equals(spared))) {
            record().outbox.due(100).stream().filter(entry -> !entry.conversation().equals(spared))
                    .forEach(record().outbox::delivered);
        }
    }
}
