package se.lotsen.records;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.mock.env.MockEnvironment;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.SerialRecord;
import se.lotsen.testing.Masked;
import se.lotsen.testing.MovedClock;

/** The room, put together by hand over a database at an address. */
final class OpenRecords implements AutoCloseable {
    static final Actor OFFICER = new Actor("o-1", "Olga");
    static final Duration DAY = Duration.ofDays(1);
    final MovedClock clock = new MovedClock("2026-11-24T09:00:00.123456Z");
    final RecordForTests record;
    final SerialRecord serial;
    final AuditLog audit;
    final RecordMarks marks;
    final ReleaseLog releases;
    final PersonRows rows;

    OpenRecords(String url) {
        record = new RecordForTests(url, clock, HandoverEffects.NONE);
        serial = new SerialRecord(record.transactions);
        audit = new AuditLog(record.database, serial, clock);
        marks = new RecordMarks(record.attachments, audit);
        releases = new ReleaseLog(record.database, serial, audit);
        rows = new PersonRows(record.database, serial);
    }

    /** Names and values by turns. */
    static RetentionSchedule schedule(String... properties) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < properties.length; i += 2) {
            environment.setProperty(RetentionSchedule.PREFIX + properties[i], properties[i + 1]);
        }
        return RetentionSchedule.read(environment, Duration.ofDays(90));
    }

    DisposalRound round(RetentionSchedule schedule) {
        return round(schedule, Leadership.ALONE);
    }

    DisposalRound round(RetentionSchedule schedule, Leadership leadership) {
        return new DisposalRound(schedule, record.disposalBy(schedule, clock),
                new OldRows(record.database, serial, record.disposed, audit, clock),
                leadership);
    }

    ConversationId answered() {
        ConversationId id = record.start();
        var asked = record.store.ask(id, RecordForTests.key(), Masked.masked("Öppettider?"), "sv");
        record.store.answer(asked.event(),
                java.util.List.of(new se.lotsen.conversation.ConversationEvent.Completed(
                        se.lotsen.conversation.AnswerKind.ANSWERED,
                        se.lotsen.conversation.AnswerOutcome.ANSWERED, 1,
                        0.9)));
        return id;
    }

    /** A person was asked for, and nobody waits any more. */
    ConversationId handedOver() {
        ConversationId id = answered();
        record.handover.request(id, RecordForTests.key(), "kontaktcenter", "{}", null);
        record.handover.leaveQueue(id, RecordForTests.key(), null);
        return id;
    }

    void mark(ConversationId id, RecordMark.Kind kind) {
        marks.place(id, kind, Masked.masked("Tvist"), OFFICER);
    }

    /** A promise that was kept, with a contact. */
    UUID keptPromise(ConversationId conversation, Instant keptAt, String receipt, String contact) {
        UUID id = UUID.randomUUID();
        record.database
                .sql("""
                        insert into promise (id, conversation_id, kind, receipt, queue, language, slot_from, due_at, made_at,
                            kept_at)
                        values (:id, :conversation, 'CALL_BACK', :receipt, 'kontaktcenter', 'sv', :at, :at, :at, :at)""")
                .param("id", id).param("conversation", conversation.value()).param("receipt", receipt)
                .param("at", stored(keptAt)).update();
        record.database.sql(
                "insert into promise_contact (promise_id, kind, detail) values (:id, 'PHONE', :detail)")
                .param("id", id).param("detail", contact).update();
        return id;
    }

    boolean exists(ConversationId id) {
        return record.database.sql("select count(*) from conversation where id = :id")
                .param("id", id.value()).query(Long.class).single() > 0;
    }

    long count(String table) {
        return record.database.sql("select count(*) from " + table).query(Long.class).single();
    }

    static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        record.close();
    }
}
