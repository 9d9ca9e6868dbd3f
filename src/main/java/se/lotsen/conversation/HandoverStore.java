package se.lotsen.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.privacy.MaskedText;

/**
 * A person's part of the record: who has a conversation, and what is written while a person has it. It writes the same log
 * as {@link ConversationStore}, under the same promises. Each change is a line of {@link StateChange} and is stored with
 * its event and its effects, all or nothing; one that does not begin in the present state is refused.
 *
 * <p>A repeat under the same key gives the event that the first call stored, and stores nothing. What has no key names the
 * version that the caller has seen, so that a repeat, or a timer that is late, meets another version and does nothing.
 * The texts are the one line that the citizen is shown; null for none.
 */
public class HandoverStore {
    private final Transactions transactions;
    private final CaseWriter cases;
    private final Standings standings;
    private final HandoverPackets packets;
    private final WrapUps wrapUps;
    private final Notes notes;

    HandoverStore(JdbcClient database, Transactions transactions, CaseWriter cases) {
        this.transactions = transactions;
        this.cases = cases;
        this.standings = new Standings(database);
        this.packets = new HandoverPackets(database);
        this.wrapUps = new WrapUps(database);
        this.notes = new Notes(database);
    }

    /**
     * The citizen asks for a person; a conversation that was in a secret queue waits there again, whatever is asked for.
     * Refused while a question is open: there is one order for the citizen, and no sentence of the assistant comes after the
     * assistant has become silent. The caller ends the answer first, or waits for it.
     *
     * @param packet a JSON object for the agent; it and the text may differ in a repeat, the queue may not
     */
    public StoredEvent request(ConversationId conversation, IdempotencyKey key, String queue, String packet,
            @Nullable String text) {
        return cases.once(conversation, key, "request\n" + queue, held -> {
            StoredEvent event = held.change(StateChange.REQUESTED, null,
                    Objects.requireNonNullElse(held.standing().reserved(), queue), text);
            packets.add(conversation, packet, held.now());
            return event;
        });
    }

    /** The citizen waits no longer and is with the assistant again. */
    public StoredEvent leaveQueue(ConversationId conversation, IdempotencyKey key, @Nullable String text) {
        return cases.once(conversation, key, "leave",
                held -> held.change(StateChange.LEFT_QUEUE, null, null, text));
    }

    /**
     * An agent takes a waiting case, unless they have as many as they take; a repeat by the agent who has it is won, too, and
     * stores nothing.
     */
    public Claim claim(ConversationId conversation, Agent agent, long expectedVersion,
            @Nullable String text) {
        return alone(agent, () -> cases.write(conversation, held -> {
            Standing seen = held.standing();
            Agent owner = seen.agent();
            if (owner != null) {
                return owner.is(agent) ? new Claim.Won(seen) : new Claim.TakenBy(owner);
            }
            if (seen.state() != ConversationState.WAITING) {
                return new Claim.NotWaiting(seen.state());
            }
            if (seen.version() != expectedVersion) {
                return new Claim.Moved(seen);
            }
            if (held.isFull(agent)) {
                return new Claim.Full(agent.capacity());
            }
            held.change(StateChange.CLAIMED, agent, null, text);
            return new Claim.Won(held.standing());
        }));
    }

    /** The agent hands the case to another one; refused when that one has as many as they take. */
    public StoredEvent transfer(ConversationId conversation, IdempotencyKey key, Agent from, Agent to,
            @Nullable String text) {
        if (from.is(to)) {
            throw new IllegalArgumentException("A case is handed to another agent");
        }
        return alone(to,
                () -> cases.once(conversation, key, "transfer\n" + from.account() + "\n" + to.account(),
                        held -> held.changeBy(from, StateChange.TRANSFERRED, to, null, text)));
    }

    /** The agent puts the case into a queue, where it keeps the time it has waited since. */
    public StoredEvent requeue(ConversationId conversation, IdempotencyKey key, Agent agent, String queue,
            @Nullable String text) {
        return cases.once(conversation, key, "requeue\n" + agent.account() + "\n" + queue,
                held -> held.changeBy(agent, StateChange.REQUEUED, null, queue, text));
    }

    /**
     * All cases of an agent who is gone wait again, each where it waited and since when; each by itself, so that a repeat
     * goes on where a crash has stopped it. Returns those that this call has moved.
     *
     * @param text what the citizen of each is told; null for nothing
     */
    public List<ConversationId> vanish(String account, Function<ConversationId, @Nullable String> text) {
        List<ConversationId> moved = new ArrayList<>();
        for (Standing seen : ownedBy(account)) {
            if (changeSeen(seen.conversation(), StateChange.AGENT_VANISHED, seen.version(),
                    text.apply(seen.conversation()))) {
                moved.add(seen.conversation());
            }
        }
        return moved;
    }

    /** The agent gives the conversation back to the assistant. */
    public StoredEvent giveBack(ConversationId conversation, IdempotencyKey key, Agent agent,
            @Nullable String text) {
        return cases.once(conversation, key, "return\n" + agent.account(),
                held -> held.changeBy(agent, StateChange.RETURNED, null, null, text));
    }

    /**
     * The agent ends the case and sums it up for statistics.
     *
     * @param wrapUpCode what it ended in, and {@code contactReason} why the citizen made contact; the municipality's codes
     */
    public StoredEvent resolve(ConversationId conversation, IdempotencyKey key, Agent agent,
            String wrapUpCode, String contactReason, @Nullable String text) {
        String request = "resolve\n" + agent.account() + "\n" + wrapUpCode + "\n" + contactReason;
        return cases.once(conversation, key, request, held -> {
            StoredEvent event = held.changeBy(agent, StateChange.RESOLVED, null, null, text);
            wrapUps.add(conversation,
                    new WrapUp(event.id(), agent, wrapUpCode, contactReason, held.now()));
            return event;
        });
    }

    /** The citizen comes back to an ended case, which waits in its last queue from now on. */
    public StoredEvent reopen(ConversationId conversation, IdempotencyKey key, @Nullable String text) {
        return cases.once(conversation, key, "reopen",
                held -> held.change(StateChange.REOPENED, null, null, text));
    }

    /** An agent opens an ended case again; refused when they have as many as they take. */
    public StoredEvent takeUp(ConversationId conversation, IdempotencyKey key, Agent agent,
            @Nullable String text) {
        return alone(agent, () -> cases.once(conversation, key, "take-up\n" + agent.account(),
                held -> held.give(StateChange.TAKEN_UP, agent, text)));
    }

    /**
     * An agent comes back to a citizen who was promised it; from then on it is a case of this queue.
     *
     * @param hold the reason of a {@link Attachments.Held#hold} that the conversation must have: without it nobody comes
     *            uncalled
     */
    public StoredEvent followUp(ConversationId conversation, IdempotencyKey key, Agent agent, String queue,
            String hold, @Nullable String text) {
        return alone(agent,
                () -> cases.once(conversation, key, "follow-up\n" + agent.account() + "\n" + queue, held -> {
                    held.refuseWithout(hold, StateChange.FOLLOWED_UP);
                    return held.give(StateChange.FOLLOWED_UP, agent, queue, text);
                }));
    }

    /** Nobody came in time. False, and nothing stored, when the case is not the one that was seen any more. */
    public boolean timeOut(ConversationId conversation, long seenVersion, @Nullable String text) {
        return changeSeen(conversation, StateChange.TIMED_OUT, seenVersion, text);
    }

    /** The contact centre closed while the citizen waited; false as in {@link #timeOut}. */
    public boolean deskClosed(ConversationId conversation, long seenVersion, @Nullable String text) {
        return changeSeen(conversation, StateChange.DESK_CLOSED, seenVersion, text);
    }

    /**
     * The citizen writes to the person, also to one who is still to come. An ended case is reopened first, in the same
     * transaction. Refused with the assistant, who is asked instead.
     *
     * @param reopened the citizen's line if that reopens the case
     */
    public StoredEvent postAsCitizen(ConversationId conversation, IdempotencyKey key, MaskedText text,
            @Nullable String reopened) {
        return cases.once(conversation, key, "message\n" + text.value(), held -> {
            if (held.standing().state() == ConversationState.CLOSED) {
                held.change(StateChange.REOPENED, null, null, reopened);
            }
            return held.append(new MessagePosted(Author.CITIZEN, null, text, List.of()));
        });
    }

    /** The agent who has the case writes to the citizen; refused for everybody else, naming the one who has it. */
    public StoredEvent postAsAgent(ConversationId conversation, IdempotencyKey key, Agent agent,
            MaskedText text, List<Citation> sources) {
        String request = "reply\n" + agent.account() + "\n" + text.value() + "\n" + sources;
        return cases.once(conversation, key, request, held -> {
            held.refuseUnlessOwner(agent);
            held.releasePending();
            return held.append(new MessagePosted(Author.AGENT, agent.name(), text, sources));
        });
    }

    /**
     * The agent sends the assistant's draft as it is, and gives the conversation back to the assistant: both or neither.
     *
     * @param draft unchanged, and {@code returned} the citizen's line of the return
     */
    public StoredEvent approve(ConversationId conversation, IdempotencyKey key, Agent agent, MaskedText draft,
            List<Citation> sources, @Nullable String returned) {
        String request = "approve\n" + agent.account() + "\n" + draft.value() + "\n" + sources;
        return cases.once(conversation, key, request, held -> {
            held.refuseUnlessOwner(agent);
            held.releasePending();
            held.append(new MessagePosted(Author.AGENT, agent.name(), draft, sources, true));
            return held.changeBy(agent, StateChange.RETURNED, null, null, returned);
        });
    }

    /** One line of ours for the citizen, in any state. */
    public StoredEvent notice(ConversationId conversation, IdempotencyKey key, String text) {
        return cases.once(conversation, key, "notice\n" + text, held -> {
            held.releasePending();
            return held.append(new NoticePosted(text));
        });
    }

    /** Keeps what one of the staff writes for the others, in any state; the citizen cannot see it anywhere. */
    public void addNote(ConversationId conversation, IdempotencyKey key, Agent agent, MaskedText text) {
        cases.write(conversation, held -> {
            held.unlessDone(key, "note\n" + agent.account() + "\n" + text.value(), () -> {
                notes.add(conversation, agent, text, held.now());
                held.touch();
            });
            return true;
        });
    }

    /** What staff have written for each other, oldest first. */
    public List<Note> notes(ConversationId conversation) {
        return transactions.run(() -> notes.of(conversation));
    }

    /** What the agent is told of the latest handover; empty when there was none. */
    public Optional<HandoverPacket> packet(ConversationId conversation) {
        return transactions.run(() -> packets.latest(conversation));
    }

    /** How agents summed the case up, once for each time it was ended, oldest first. */
    public List<WrapUp> wrapUps(ConversationId conversation) {
        return transactions.run(() -> wrapUps.of(conversation));
    }

    /** Who waits in these queues, the longest first; an empty set means all queues. */
    public List<WaitingCase> waiting(Set<String> queues) {
        return transactions.run(() -> standings.waiting(queues));
    }

    /** The cases that an agent has, the longest untouched first. */
    public List<Standing> ownedBy(String account) {
        return transactions.run(() -> standings.ownedBy(account));
    }

    /** Where the conversation stands. */
    public Standing standing(ConversationId conversation) {
        return transactions.run(() -> standings.of(conversation));
    }

    /** The queue that it is in or was in last; empty when it was in none, or that was before anybody wrote it down. */
    public Optional<String> lastQueue(ConversationId conversation) {
        return transactions.run(() -> standings.lastQueue(conversation));
    }

    private boolean changeSeen(ConversationId conversation, StateChange change, long seenVersion,
            @Nullable String text) {
        return cases.write(conversation, held -> {
            if (held.standing().version() != seenVersion || held.standing().state() != change.from()) {
                return false;
            }
            held.change(change, null, null, text);
            return true;
        });
    }

    /** Where several processes share a database, the agent's row is what counts. */
    private <T> T alone(Agent agent, Supplier<T> work) {
        return agent.isLimited() ? transactions.alone(agent.account(), work) : work.get();
    }
}
