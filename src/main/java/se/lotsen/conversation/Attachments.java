package se.lotsen.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For rooms that keep something of their own with a conversation, such as a promise: their rows, the effects that follow
 * and a hold on disposal are stored in one transaction, all or nothing. Refuses an unknown conversation. Their tables
 * refer to the conversation and cascade, so that they go with it. It blocks: call it from {@code boundedElastic}.
 */
public class Attachments {
    private final JdbcClient database;
    private final Transactions transactions;
    private final DeskSignals desks;
    private final Clock clock;

    Attachments(JdbcClient database, Transactions transactions, DeskSignals desks, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.desks = desks;
        this.clock = clock;
    }

    /** Works on rows of the caller's own, after all earlier writers of the conversation and before all later ones. */
    public <T> T write(ConversationId conversation, Function<Held, T> work) {
        return transactions.write(conversation, () -> {
            new EventLog(database).lock(conversation);
            Set<String> queues = new HashSet<>();
            Held held = new Held(database, conversation, EventLog.storable(clock.instant()), queues);
            T done = work.apply(held);
            held.touch();
            queues.forEach(desks::changed);
            return done;
        });
    }

    /** Reads rows of the caller's own on a thread that nobody interrupts. */
    public <T> T read(Function<JdbcClient, T> work) {
        return transactions.run(() -> work.apply(database));
    }

    /** One conversation, held for writing until the work ends. */
    public static final class Held {
        private final JdbcClient database;
        private final ConversationId conversation;
        private final Instant now;
        private final Set<String> queues;

        private Held(JdbcClient database, ConversationId conversation, Instant now, Set<String> queues) {
            this.database = database;
            this.conversation = conversation;
            this.now = now;
            this.queues = queues;
        }

        /** In the transaction. */
        public JdbcClient database() {
            return database;
        }

        /** As exact as the database keeps it. */
        public Instant now() {
            return now;
        }

        /** False for a repeat; refuses another request under a used key. */
        public boolean isFirst(IdempotencyKey key, String request) {
            AcceptedRequests accepted = new AcceptedRequests(database);
            if (accepted.earlier(conversation, key, request).isPresent()) {
                return false;
            }
            accepted.add(conversation, key, request, new AcceptedRequests.Accepted(0, 0));
            return true;
        }

        /** What an agent is told who comes to the conversation: a JSON object, as at a handover. */
        public void packet(String document) {
            new HandoverPackets(database).add(conversation, document, now);
        }

        /** Is carried out from the {@link Outbox}. */
        public void add(HandoverEffects.Effect effect) {
            Outbox.add(database, conversation, effect, now);
        }

        /** The desks of this queue read it again after the commit. */
        public void changed(String queue) {
            queues.add(queue);
        }

        /** The conversation is not disposed of while it has this hold; nothing when it has it already. */
        public void hold(String reason) {
            release(reason);
            database.sql("""
                    insert into retention_hold (conversation_id, reason, placed_at)
                    values (:conversation, :reason, :at)""")
                    .param("conversation", conversation.value()).param("reason", reason)
                    .param("at", EventLog.stored(now)).update();
        }

        /** Lifts the hold of this reason, if there is one. */
        public void release(String reason) {
            database.sql(
                    "delete from retention_hold where conversation_id = :conversation and reason = :reason")
                    .param("conversation", conversation.value()).param("reason", reason).update();
        }

        private void touch() {
            database.sql("update conversation set touched_at = :at where id = :id")
                    .param("at", EventLog.stored(now)).param("id", conversation.value()).update();
        }
    }
}
