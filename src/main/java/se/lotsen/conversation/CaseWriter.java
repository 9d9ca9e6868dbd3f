package se.lotsen.conversation;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes in the part of persons, whichever store does: one conversation at a time, signals with the commit. */
final class CaseWriter {
    private final JdbcClient database;
    private final Transactions transactions;
    private final ConversationSignals signals;
    private final DeskSignals desks;
    private final Clock clock;
    private final HandoverEffects effects;
    private final SecretQueues secret;

    CaseWriter(JdbcClient database, Transactions transactions, ConversationSignals signals, DeskSignals desks,
            Clock clock, HandoverEffects effects, SecretQueues secret) {
        this.database = database;
        this.transactions = transactions;
        this.signals = signals;
        this.desks = desks;
        this.clock = clock;
        this.effects = effects;
        this.secret = secret;
    }

    /** The event that the same request stored before, or what the work stores now. */
    StoredEvent once(ConversationId conversation, IdempotencyKey key, String request,
            Function<HeldCase, StoredEvent> work) {
        return write(conversation, held -> held.once(key, request, () -> work.apply(held)));
    }

    <T> T write(ConversationId conversation, Function<HeldCase, T> work) {
        return transactions.write(conversation, () -> {
            HeldCase held = new HeldCase(database, conversation, effects, secret,
                    EventLog.storable(clock.instant()));
            T result = work.apply(held);
            if (held.isChanged()) {
                signals.changed(conversation);
                held.queues().forEach(desks::changed);
            }
            return result;
        });
    }
}
