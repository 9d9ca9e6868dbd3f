package se.lotsen.conduct;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Attachments.Held;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.delivery.CaseNotices;

/**
 * Threats against those who work here, or against others. Each is stored with a hold on the conversation's disposal and
 * told to supervisors, all or nothing. Only a supervisor lifts the hold, and that is written down for good. Who may do what
 * is the caller's to know. It blocks: call it from {@code boundedElastic}.
 */
public class ThreatAlerts {
    /** What desks listen to, as to a queue; no queue has this name, as theirs have no space. */
    public static final String SIGNAL = "threat alert";
    /** The reason of the hold. */
    static final String HOLD = "threat";
    private static final String EVENT = "case.threat";
    private static final int LISTED = 20;
    private static final Logger log = LoggerFactory.getLogger(ThreatAlerts.class);
    private final Attachments attachments;
    private final CaseNotices notices;

    ThreatAlerts(Attachments attachments, CaseNotices notices) {
        this.attachments = attachments;
        this.notices = notices;
    }

    /** An agent marks the conversation; one that is marked already, and a repeat, stay as they are. */
    public void mark(ConversationId conversation, IdempotencyKey key, Agent by) {
        attachments.write(conversation, held -> {
            boolean marked = new ThreatTable(held.database()).of(conversation).stream()
                    .anyMatch(alert -> alert.origin() == Origin.AGENT && alert.releasedAt() == null);
            if (held.isFirst(key, "threat\n" + by.account()) && !marked) {
                raise(held, conversation, Origin.AGENT, 0, "", by.account());
            }
            return true;
        });
    }

    /** A rule of the policies was met in an event; once for each event. */
    void met(ConversationId conversation, Origin origin, long event, String rule) {
        attachments.write(conversation, held -> {
            if (!new ThreatTable(held.database()).isKnown(conversation, event)) {
                raise(held, conversation, origin, event, rule, "");
            }
            return true;
        });
    }

    private void raise(Held held, ConversationId conversation, Origin origin, long event, String rule,
            String by) {
        new ThreatTable(held.database()).add(conversation, origin, event, rule, by, held.now());
        held.hold(HOLD);
        notices.tell(held, EVENT, conversation);
        held.changed(SIGNAL);
        log.warn("conversation {} holds a threat: {} {}", conversation, origin, rule.isEmpty() ? by : rule);
    }

    /** A supervisor has seen the conversation's alerts; the hold stays. */
    public void see(ConversationId conversation, Agent supervisor) {
        attachments.write(conversation, held -> {
            new ThreatTable(held.database()).see(conversation, supervisor.account(), held.now());
            held.changed(SIGNAL);
            return true;
        });
    }

    /** A supervisor lifts the hold; that it was, by whom and when is kept for good. A repeat changes nothing. */
    public void release(ConversationId conversation, Agent supervisor) {
        attachments.write(conversation, held -> {
            ThreatTable table = new ThreatTable(held.database());
            table.see(conversation, supervisor.account(), held.now());
            if (table.release(conversation, supervisor.account(), held.now()) > 0) {
                held.release(HOLD);
                table.log(conversation, HOLD, supervisor.account(), held.now());
                log.warn("conversation {}: the hold for a threat was lifted by {}", conversation,
                        supervisor.account());
            }
            held.changed(SIGNAL);
            return true;
        });
    }

    /** All alerts of a conversation, oldest first. */
    public List<ThreatAlert> of(ConversationId conversation) {
        return attachments.read(database -> new ThreatTable(database).of(conversation));
    }

    /** The last 20 that no supervisor has seen, the latest first. */
    public List<ThreatAlert> unseen() {
        return attachments.read(database -> new ThreatTable(database).unseen(LISTED));
    }
}
