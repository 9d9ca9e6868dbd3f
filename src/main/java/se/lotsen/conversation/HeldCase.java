package se.lotsen.conversation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.AcceptedRequests.Accepted;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;

/** One conversation held for writing in the part of a person: its log and its standing move together. */
final class HeldCase {
    private final JdbcClient database;
    private final EventLog log;
    private final Standings standings;
    private final AcceptedRequests accepted;
    private final HandoverEffects effects;
    private final Instant now;
    private final Set<String> queues = new HashSet<>();
    private LogHead head;
    private Standing standing;
    private boolean changed;

    /** Waits for earlier writers of the conversation; must come first in the transaction. */
    HeldCase(JdbcClient database, ConversationId conversation, HandoverEffects effects, Instant now) {
        this.database = database;
        this.log = new EventLog(database);
        this.standings = new Standings(database);
        this.accepted = new AcceptedRequests(database);
        this.effects = effects;
        this.now = now;
        this.head = log.lock(conversation);
        this.standing = standings.of(conversation);
    }

    /** The event that the same request stored before, or what the work stores now. */
    StoredEvent once(IdempotencyKey key, String request, Supplier<StoredEvent> work) {
        Optional<Accepted> earlier = accepted.earlier(conversation(), key, request);
        if (earlier.isPresent()) {
            return log.event(conversation(), earlier.get().event());
        }
        StoredEvent event = work.get();
        accepted.add(conversation(), key, request, new Accepted(0, event.id()));
        return event;
    }

    /** Does the work unless the same request was carried out before. */
    void unlessDone(IdempotencyKey key, String request, Runnable work) {
        if (accepted.earlier(conversation(), key, request).isEmpty()) {
            work.run();
            accepted.add(conversation(), key, request, new Accepted(0, 0));
        }
    }

    /** Refuses a change that is not possible now; a call can only be ended, and nothing else ends so. */
    StoredEvent change(StateChange change, @Nullable Agent agent, @Nullable String queue,
            @Nullable String text) {
        head.refuseUnlessPossible(change);
        if (CallStore.isCall(database, conversation()) != (change == StateChange.CALL_ENDED)) {
            throw new ChangeNotPossible(conversation(), standing.state(), change);
        }
        Standing before = standing;
        Standing after = before.after(change, agent, queue, now);
        if (!standings.move(before, after)) {
            throw new IllegalStateException(
                    "The lock of conversation " + conversation() + " does not hold");
        }
        addQueueOf(before);
        standing = after;
        Agent owner = after.agent();
        return append(new StateChanged(before.state(), after.state(), change,
                owner == null ? null : owner.name(), text));
    }

    /** As above, by the agent who has the case; refuses everybody else. */
    StoredEvent changeBy(Agent agent, StateChange change, @Nullable Agent next, @Nullable String queue,
            @Nullable String text) {
        head.refuseUnlessPossible(change);
        refuseUnlessOwner(agent);
        return change(change, next, queue, text);
    }

    void refuseUnlessOwner(Agent agent) {
        Agent owner = standing.agent();
        if (owner == null || !owner.is(agent)) {
            throw new NotTheOwner(conversation(), owner);
        }
    }

    StoredEvent append(ConversationEvent event) {
        StoredEvent stored = log.append(head, List.of(event), now).getFirst();
        head = head.after(event);
        effects.of(stored, standing)
                .forEach(effect -> Outbox.add(database, conversation(), effect, now));
        touch();
        return stored;
    }

    /** Marks that there is something to see, for the citizen and in the queue. */
    void touch() {
        changed = true;
        addQueueOf(standing);
    }

    private void addQueueOf(Standing one) {
        if (one.queue() != null) {
            queues.add(one.queue());
        }
    }

    ConversationId conversation() {
        return head.conversation();
    }

    Standing standing() {
        return standing;
    }

    Instant now() {
        return now;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whose desks have something to see. */
    Set<String> queues() {
        return queues;
    }
}
