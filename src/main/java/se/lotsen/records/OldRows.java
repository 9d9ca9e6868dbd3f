package se.lotsen.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.DisposalLog;
import se.lotsen.conversation.DisposalLog.Round;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * Disposes of what is no conversation: the rows of a class that are older than its period. It knows of other rooms' tables when
 * their rows end, and nothing else. Whatever belongs to a conversation with a hold is kept. A row that has a part in
 * something that is still to be done is not old, whatever its age.
 */
final class OldRows {
    private static final String NOT_HELD = " and not exists (select 1 from retention_hold h"
            + " where h.conversation_id = %s.conversation_id)";
    private final JdbcClient database;
    private final SerialRecord record;
    private final DisposalLog log;
    private final AuditLog audit;
    private final Clock clock;

    OldRows(JdbcClient database, SerialRecord record, DisposalLog log, AuditLog audit, Clock clock) {
        this.database = database;
        this.record = record;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Disposes of the rows of a class and returns how many there were; each statement's rows are counted in its transaction.
     *
     * @param kind not a class of conversations, which go whole
     */
    long dispose(RecordClass kind, Duration period, String decision, Round round) {
        Instant now = Moments.storable(clock.instant());
        Instant before = now.minus(period);
        LocalDate day = before.atZone(clock.getZone()).toLocalDate();
        long disposed = kind == RecordClass.AUDIT_LOG ? disposeEntries(before, decision, round, now) : 0;
        for (String statement : statements(kind)) {
            disposed += record.write(() -> {
                JdbcClient.StatementSpec deletion = database.sql(statement);
                int rows = (statement.contains(":day")
                        ? deletion.param("day", day)
                        : deletion.param("before", Moments.stored(before))).update();
                if (rows > 0) {
                    log.count(round, kind.name(), decision, rows, now);
                }
                return rows;
            });
        }
        return disposed;
    }

    private static List<String> statements(RecordClass kind) {
        return switch (kind) {
            case CONTACT_DETAILS -> List.of("""
                    delete from promise_contact where exists (select 1 from promise p
                        where p.id = promise_contact.promise_id and p.kept_at <= :before"""
                    + NOT_HELD.formatted("p") + ")");
            case FEEDBACK -> List.of(
                    "delete from rating where rated_at <= :before" + NOT_HELD.formatted("rating"),
                    "delete from satisfaction where said_at <= :before" + NOT_HELD.formatted("satisfaction"),
                    "delete from answer_grade where graded_at <= :before"
                            + NOT_HELD.formatted("answer_grade"));
            case DELIVERIES -> List.of(
                    "delete from outbox where (delivered_at <= :before or written_off_at <= :before)"
                            + NOT_HELD.formatted("outbox"));
            case AUDIT_LOG -> List.of("delete from hold_release where released_at <= :before",
                    "delete from tombstone where disposed_at <= :before",
                    "delete from disposal_log where disposed_at <= :before",
                    "delete from record_mark where lifted_at <= :before",
                    "delete from record_release where released_at <= :before");
            case DAILY_TOTALS -> List.of("delete from insight_total where on_day < :day",
                    "delete from insight_day where on_day < :day");
            case DRAFTS -> List.of("delete from discarded_draft where discarded_at <= :before");
            case IMPORT_RUNS -> List.of("""
                    delete from import_run where ended_at <= :before
                    and not exists (select 1 from import_source s where s.active_run = import_run.id)""");
            case ASSISTANT_CONVERSATION, HANDED_OVER_CONVERSATION, PUBLISHED_PAGES, EDITORIAL_FOLLOW_UP,
                    STAFF_ACCOUNTS, SYSTEM_DATA ->
                List.of();
        };
    }

    private long disposeEntries(Instant before, String decision, Round round, Instant now) {
        return record.write(() -> {
            long entries = audit.disposeBefore(before, Actor.machine("disposal"), decision);
            if (entries > 0) {
                log.count(round, RecordClass.AUDIT_LOG.name(), decision, entries, now);
            }
            return entries;
        });
    }
}
