package se.lotsen.desk;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conduct.ThreatAlert;
import se.lotsen.conduct.ThreatAlerts;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.Warnings;
import se.lotsen.desk.DeskRefusal.Reason;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Occasion;
import se.lotsen.staff.StaffRole;

/**
 * What an agent who has a case can do about abuse and threats, and what supervisors do afterwards. A case that is not for
 * somebody's eyes does not exist for them. It blocks. Logs hold ids and what was done, never a text.
 */
final class Conduct {
    private static final Logger log = LoggerFactory.getLogger(Conduct.class);
    private final CaseBook book;
    private final Warnings warnings;
    private final ThreatAlerts alerts;
    private final CaseLines lines;

    Conduct(CaseBook book, Warnings warnings, ThreatAlerts alerts, CaseLines lines) {
        this.book = book;
        this.warnings = warnings;
        this.alerts = alerts;
        this.lines = lines;
    }

    /**
     * For the page of a case.
     *
     * @param warned whether the case has its warning
     * @param marked whether an agent has marked a threat whose hold is not lifted
     * @param held whether a hold for a threat keeps the conversation
     * @param supervisor whether the reader may lift it
     */
    record Shown(boolean warned, boolean marked, boolean held, boolean supervisor) {
    }

    Shown of(Colleague who, ConversationId conversation) {
        List<ThreatAlert> open = alerts.of(conversation).stream().filter(alert -> alert.releasedAt() == null)
                .toList();
        return new Shown(
                warnings.of(conversation).filter(warning -> warning.endedAt() == null).isPresent(),
                open.stream().anyMatch(alert -> !alert.by().isEmpty()), !open.isEmpty(), leads(who));
    }

    /** What supervisors read at the top of their desk; empty for everybody else. */
    List<ThreatAlert> alerts(Colleague who) {
        return leads(who) ? alerts.unseen() : List.of();
    }

    static boolean leads(Colleague who) {
        return who.account().roles().contains(StaffRole.SUPERVISOR);
    }

    /** Shows the citizen the one line of warning. */
    void warn(Colleague who, ConversationId conversation, IdempotencyKey key) {
        own(who, conversation);
        String line = lines.of(Occasion.WARNED, conversation, who.account().displayName());
        if (line == null) {
            throw new DeskRefusal(Reason.UNSAID);
        }
        if (warnings.warn(conversation, key, who.agent(), line).isEmpty()) {
            throw new DeskRefusal(Reason.MOVED);
        }
        log.info("case {}: warned by {}", conversation, who.id());
    }

    /** Ends the case; refused without a warning. */
    void end(Colleague who, ConversationId conversation, IdempotencyKey key) {
        book.standing(who, conversation);
        try {
            String line = lines.of(StateChange.ENDED_AFTER_WARNING, conversation,
                    who.account().displayName());
            if (warnings.end(conversation, key, who.agent(), line).isEmpty()) {
                throw new DeskRefusal(Reason.MOVED);
            }
        } catch (ConversationRefusal.NotTheOwner | ConversationRefusal.ChangeNotPossible e) {
            throw new DeskRefusal(Reason.MOVED);
        }
        log.info("case {}: ended after a warning by {}", conversation, who.id());
    }

    void markThreat(Colleague who, ConversationId conversation, IdempotencyKey key) {
        own(who, conversation);
        alerts.mark(conversation, key, who.agent());
    }

    void see(Colleague who, ConversationId conversation) {
        supervisor(who, conversation);
        alerts.see(conversation, who.agent());
    }

    void release(Colleague who, ConversationId conversation) {
        supervisor(who, conversation);
        alerts.release(conversation, who.agent());
    }

    private void supervisor(Colleague who, ConversationId conversation) {
        book.standing(who, conversation);
        if (!leads(who)) {
            throw new DeskRefusal(Reason.NO_SUPERVISOR);
        }
    }

    private void own(Colleague who, ConversationId conversation) {
        Standing standing = book.standing(who, conversation);
        if (standing.agent() == null) {
            throw new DeskRefusal(Reason.NOBODY);
        }
        if (!standing.agent().account().equals(who.id())) {
            throw new DeskRefusal(Reason.OWNED, standing.agent().name());
        }
    }
}
