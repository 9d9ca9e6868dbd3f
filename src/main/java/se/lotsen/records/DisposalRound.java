package se.lotsen.records;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.DisposalLog.Cause;
import se.lotsen.conversation.DisposalLog.Round;
import se.lotsen.records.RetentionSchedule.ClassRule;
import se.lotsen.storage.Leadership;

/**
 * One round of disposal over all classes. Only the process that leads does it, as once is enough; two at the same time are
 * safe. It blocks.
 */
final class DisposalRound {
    private static final Logger log = LoggerFactory.getLogger(DisposalRound.class);
    private final RetentionSchedule schedule;
    private final ConversationDisposal conversations;
    private final OldRows rows;
    private final Leadership leadership;

    DisposalRound(RetentionSchedule schedule, ConversationDisposal conversations, OldRows rows,
            Leadership leadership) {
        this.schedule = schedule;
        this.conversations = conversations;
        this.rows = rows;
        this.leadership = leadership;
    }

    /** Disposes of all that is due and returns how many records there were; nothing where another process leads. */
    long run() {
        if (!leadership.leads()) {
            return 0;
        }
        Round round = Round.of(Cause.PERIOD);
        long disposed = part("conversations", () -> conversations.disposeDue(round));
        for (RecordClass kind : RecordClass.values()) {
            ClassRule rule = schedule.rule(kind);
            Duration period = rule.period();
            if (period != null && kind.ending() != RecordClass.Ending.PERIOD) {
                disposed += part(kind.word(),
                        () -> rows.dispose(kind, period, rule.decision(), round));
            }
        }
        if (disposed > 0) {
            log.info("Disposed of {} records", disposed);
        }
        return disposed;
    }

    /** A class that fails keeps no other one; what it left is due in the next round. */
    private static long part(String name, LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (DataAccessException e) {
            log.error("The disposal of {} ended early: {}", name, e.getClass().getName());
            return 0;
        }
    }
}
