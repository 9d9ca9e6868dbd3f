package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A record of version 1 is kept when the service is updated. */
@Timeout(60)
abstract class MigrationContract {
    private static final ConversationId OLD = new ConversationId(new UUID(7, 7));
    private static final ConversationId GONE = new ConversationId(new UUID(7, 8));
    private static final Instant THEN = Instant.parse("2026-09-01T10:00:00Z");

    abstract String address();

    @Test
    void aRecordOfVersionOneIsKeptAndIsTheAssistants() throws Exception {
        String address = address();
        Flyway.configure().dataSource(address, null, null).target("1").load().migrate();
        fill(JdbcClient.create(new DriverManagerDataSource(address)));

        try (OpenRecord record = OpenRecord.at(address)) {
            assertThat(record.store.open(OLD, "secret")).contains(new Conversation(OLD, THEN, THEN, 2, 1));
            assertThat(record.store.eventsAfter(OLD, 0)).extracting(event -> event.event().type())
                    .containsExactly("question", "completed");
            assertThat(record.store.explanation(OLD, 1)).contains(new AnswerExplanation("{}"));
            assertThat(record.store.ratings(OLD)).containsExactly(new Rating(1, true, null, THEN));
            assertThat(record.handover.standing(OLD)).isEqualTo(
                    new Standing(OLD, ConversationState.WITH_ASSISTANT, null, null, 0, null));
            assertThat(record.disposal.tombstone(GONE)).contains(
                    new Tombstone(GONE, THEN, THEN, 5, null, "", DisposalLog.Cause.PERIOD, ""));
            assertThat(record.handover.request(OLD, RecordContract.key(), "bygg", "{}", null).id())
                    .isEqualTo(3);
        }
    }

    private static void fill(JdbcClient database) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("secret".getBytes());
        database.sql("""
                insert into conversation (id, token_hash, started_at, touched_at, last_event, questions)
                values (:id, :hash, :at, :at, 2, 1)""")
                .param("id", OLD.value()).param("hash", hash).param("at", EventLog.stored(THEN)).update();
        event(database, 1, "question", "{\"text\":\"Öppet?\",\"hidden\":[],\"language\":\"sv\"}");
        event(database, 2, "completed", EventJson.write(RecordContract.completed(1)));
        database.sql("insert into explanation (conversation_id, question, document) values (:id, 1, '{}')")
                .param("id", OLD.value()).update();
        database.sql("""
                insert into tombstone (conversation_id, started_at, disposed_at, events)
                values (:id, :at, :at, 5)""")
                .param("id", GONE.value()).param("at", EventLog.stored(THEN)).update();
        database.sql("""
                insert into rating (conversation_id, answer, helpful, rated_at) values (:id, 1, true, :at)""")
                .param("id", OLD.value()).param("at", EventLog.stored(THEN)).update();
    }

    private static void event(JdbcClient database, int id, String type, String data) {
        database.sql("""
                insert into event (conversation_id, id, event_type, happened_at, data)
                values (:conversation, :id, :type, :at, :data)""")
                .param("conversation", OLD.value()).param("id", id).param("type", type)
                .param("at", EventLog.stored(THEN)).param("data", data).update();
    }
}
