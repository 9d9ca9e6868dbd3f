package se.lotsen.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;
import se.lotsen.privacy.MaskedText;

/**
 * What agents write to citizens and can take back for some seconds. Until then a reply lies in the database beside the log:
 * a crash loses none, and whoever releases it first, a timer of any process or the next change of the case, makes it one
 * message. Everything blocks, as in {@link HandoverStore}.
 */
public class AgentReplies {
    /** The rest is due at the next call, a second later. */
    private static final int AT_A_TIME = 200;
    private static final Logger log = LoggerFactory.getLogger(AgentReplies.class);
    private final Transactions transactions;
    private final Clock clock;
    private final CaseWriter cases;
    private final PendingReplies pending;

    AgentReplies(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.cases = cases;
        this.pending = new PendingReplies(database);
    }

    /**
     * The agent who has the case writes to the citizen; refused for everybody else. An earlier reply that still waits is
     * released first. A repeat under the same key does nothing, also when the reply was taken back meanwhile.
     *
     * @param undo for how long it can be taken back; zero makes it the citizen's at once
     */
    public void reply(ConversationId conversation, IdempotencyKey key, Agent agent, MaskedText text,
            List<Citation> sources, Duration undo) {
        String request = "reply-later\n" + agent.account() + "\n" + text.value() + "\n" + sources;
        cases.write(conversation, held -> {
            held.unlessDone(key, request, () -> {
                held.refuseUnlessOwner(agent);
                held.releasePending();
                MessagePosted message = new MessagePosted(Author.AGENT, agent.name(), text, sources);
                if (undo.isZero()) {
                    held.append(message);
                } else {
                    pending.add(conversation, new PendingReply(UUID.randomUUID(), agent.account(), message,
                            held.now().plus(undo)));
                    held.touch();
                }
            });
            return true;
        });
    }

    /** The reply that can be taken back now; empty for none. */
    public Optional<PendingReply> pending(ConversationId conversation) {
        return transactions.run(() -> pending.of(conversation));
    }

    /**
     * The agent takes the reply back; a repeat gives it again, until the case is changed. Refused for who did not write it.
     * Empty when it is the citizen's already.
     */
    public Optional<PendingReply> takeBack(ConversationId conversation, Agent agent, UUID id) {
        return cases.write(conversation, held -> {
            Optional<PendingReply> reply = pending.of(conversation, id);
            reply.ifPresent(found -> {
                if (!found.account().equals(agent.account())) {
                    throw new NotTheOwner(conversation, held.standing().agent());
                }
                pending.takeBack(conversation, id, held.now());
                held.touch();
            });
            return reply;
        });
    }

    /** Makes those whose time has come the citizens', each by itself, and returns how many this call has made so. */
    public int releaseDue() {
        List<ConversationId> due = transactions
                .run(() -> pending.due(EventLog.storable(clock.instant()), AT_A_TIME));
        return (int) due.stream()
                .filter(this::released).count();
    }

    /** One that cannot be released must not keep the others waiting. */
    private boolean released(ConversationId conversation) {
        try {
            return cases.write(conversation, HeldCase::releaseDue);
        } catch (ConversationRefusal | DataAccessException | TransactionException e) {
            log.warn("the reply in conversation {} is not released yet: {}", conversation,
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
