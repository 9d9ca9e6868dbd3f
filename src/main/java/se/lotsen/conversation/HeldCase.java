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
import se.lotsen.conversation.ConversationRefusal.AgentFull;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;

/** One conversation held for writing in the part of a person: its log and its standing move together. */
final class HeldCase {
    private final JdbcClient database;
    private final EventLog log;
    private final Standings standings;
    private final AgentLoads loads;
    private final AcceptedRequests accepted;
    private final PendingReplies pending;
    private final HandoverEffects effects;
    private final SecretQueues secret;
    private final Instant now;
    private final Set<String> queues = new HashSet<>();
    private LogHead head;
    private Standing standing;
    private boolean changed;

    /** Waits for earlier writers of the conversation; must come first in the transaction. */
    HeldCase(JdbcClient database, ConversationId conversation, HandoverEffects effects, SecretQueues secret,
            Instant now) {
        this.database = database;
        this.log = new EventLog(database);
        this.standings = new Standings(database);
        this.loads = new AgentLoads(database);
        this.accepted = new AcceptedRequests(database);
        this.pending = new PendingReplies(database);
        this.effects = effects;
        this.secret = secret;
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

    /** The event that the same request stored before; empty when there was none. */
    Optional<StoredEvent> repeated(IdempotencyKey key, String request) {
        return accepted.earlier(conversation(), key, request)
                .map(earlier -> log.event(conversation(), earlier.event()));
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
        releasePending();
        Standing before = standing;
        Standing after = before.after(change, agent, queue, now, secret);
        if (!standings.move(before, after)) {
            throw new IllegalStateException(
                    "The lock of conversation " + conversation() + " does not hold");
        }
        addQueueOf(before);
        standing = after;
        Agent owner = after.agent();
        StoredEvent stored = append(new StateChanged(before.state(), after.state(), change,
                owner == null ? null : owner.name(), text));
        log.place(stored, after.queue() == null ? before.queue() : after.queue());
        return stored;
    }

    /** As above, by the agent who has the case; refuses everybody else. */
    StoredEvent changeBy(Agent agent, StateChange change, @Nullable Agent next, @Nullable String queue,
            @Nullable String text) {
        head.refuseUnlessPossible(change);
        refuseUnlessOwner(agent);
        return next == null ? change(change, null, queue, text) : give(change, next, text);
    }

    /** Makes the case the agent's; refuses one who has as many as they take. */
    StoredEvent give(StateChange change, Agent agent, @Nullable String text) {
        return give(change, agent, null, text);
    }

    /** @param queue of which it is a case from now on; null leaves it as it is */
    StoredEvent give(StateChange change, Agent agent, @Nullable String queue, @Nullable String text) {
        head.refuseUnlessPossible(change);
        if (isFull(agent)) {
            throw new AgentFull(conversation(), agent);
        }
        return change(change, agent, queue, text);
    }

    /** Holds the agent's count until the commit. */
    boolean isFull(Agent agent) {
        return loads.isFull(agent);
    }

    /** Refuses a change that only a hold on the conversation allows. */
    void refuseWithout(String hold, StateChange change) {
        boolean held = database
                .sql("""
                        select count(*) from retention_hold where conversation_id = :conversation and reason = :reason""")
                .param("conversation", conversation().value()).param("reason", hold).query(Long.class)
                .single() > 0;
        if (!held) {
            throw new ConversationRefusal.ChangeNotPossible(conversation(), standing.state(), change);
        }
    }

    void refuseUnlessOwner(Agent agent) {
        Agent owner = standing.agent();
        if (owner == null || !owner.is(agent)) {
            throw new NotTheOwner(conversation(), owner);
        }
    }

    /** What an agent has written before comes before whatever follows; what was taken back is forgotten. */
    void releasePending() {
        Optional<PendingReply> reply = pending.of(conversation());
        pending.remove(conversation());
        reply.ifPresent(written -> append(written.message()));
    }

    /** Looks again under the lock: it may have been taken back, released, or followed by another one. */
    boolean releaseDue() {
        boolean due = pending.of(conversation()).filter(reply -> !reply.dueAt().isAfter(now)).isPresent();
        if (due) {
            releasePending();
        }
        return due;
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
