package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.Replicas;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/**
 * The tables of the log. Writing needs a {@link LogHead}, which only {@link #lock} gives: it holds the conversation's row
 * until the transaction ends, so that concurrent writers follow one another and ids have no gap.
 */
final class EventLog {
    private static final String EVENT = "e.conversation_id, e.id, e.event_type, e.happened_at, e.data";
    private static final String OTHERS_DO_NOT = "(c.answerer is null or c.answerer = :own or "
            + Replicas.GONE.formatted("c.answerer") + ")";
    private final JdbcClient database;

    EventLog(JdbcClient database) {
        this.database = database;
    }

    /** Waits for earlier writers of the conversation; must be called first in the transaction. */
    LogHead lock(ConversationId conversation) {
        return database
                .sql("""
                        select last_event, questions, open_question, state from conversation where id = :id for update""")
                .param("id", conversation.value())
                .query((row, n) -> new LogHead(conversation, row.getLong(1), row.getInt(2), row.getLong(3),
                        ConversationState.valueOf(row.getString(4))))
                .optional()
                .orElseThrow(() -> new UnknownConversation(conversation));
    }

    /** Adds the events in order; refuses them all when one may not follow. */
    List<StoredEvent> append(LogHead locked, List<ConversationEvent> events, Instant at) {
        LogHead head = locked;
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (ConversationEvent event : events) {
            head = head.after(event);
            stored.add(insert(new StoredEvent(head.conversation(), head.lastEvent(), at, event)));
        }
        database.sql("""
                update conversation set last_event = :last, questions = :questions, open_question = :open,
                    touched_at = :at where id = :id""")
                .param("last", head.lastEvent())
                .param("questions", head.questions())
                .param("open", head.openQuestion() == 0 ? null : head.openQuestion())
                .param("at", stored(at))
                .param("id", head.conversation().value())
                .update();
        return List.copyOf(stored);
    }

    /** Writes down in which queue an event happened; beside its data, as citizens are not told. */
    void place(StoredEvent event, @Nullable String queue) {
        database.sql("update event set queue = :queue where conversation_id = :conversation and id = :id")
                .param("queue", queue).param("conversation", event.conversation().value())
                .param("id", event.id()).update();
    }

    /** At most {@code limit} events, oldest first. */
    List<StoredEvent> after(ConversationId conversation, long id, int limit) {
        return database.sql("""
                select %s from event e where e.conversation_id = :conversation and e.id > :id
                order by e.id limit :limit""".formatted(EVENT))
                .param("conversation", conversation.value())
                .param("id", id)
                .param("limit", limit)
                .query(EventLog::event)
                .list();
    }

    /** At most {@code limit} of the events before this one, oldest first. */
    List<ConversationEvent> before(StoredEvent event, int limit) {
        return database.sql("""
                select %s from event e where e.conversation_id = :conversation and e.id < :id
                order by e.id desc limit :limit""".formatted(EVENT))
                .param("conversation", event.conversation().value())
                .param("id", event.id())
                .param("limit", limit)
                .query((row, n) -> event(row, n).event())
                .list()
                .reversed();
    }

    StoredEvent event(ConversationId conversation, long id) {
        return database
                .sql("""
                        select %s from event e where e.conversation_id = :conversation and e.id = :id"""
                        .formatted(EVENT))
                .param("conversation", conversation.value())
                .param("id", id)
                .query(EventLog::event)
                .single();
    }

    /** Those that no other living process answers. */
    List<AskedQuestion> openQuestions(UUID own) {
        return openQuestions(own, OTHERS_DO_NOT);
    }

    List<AskedQuestion> ownOpenQuestions(UUID own) {
        return openQuestions(own, "c.answerer = :own");
    }

    /** A new question is answered by the process that it came to. */
    void answerer(ConversationId conversation, UUID own) {
        database.sql("update conversation set answerer = :own where id = :id")
                .param("own", own).param("id", conversation.value()).update();
    }

    /** False when it is not open, or another living process answers it. */
    boolean takeOver(ConversationId conversation, long question, UUID own) {
        return database.sql(
                "update conversation c set answerer = :own where c.id = :id and c.open_question = :question and "
                        + OTHERS_DO_NOT)
                .param("own", own).param("id", conversation.value()).param("question", question)
                .update() == 1;
    }

    /** Whose the latest question is. */
    boolean isAnsweredBy(ConversationId conversation, UUID own) {
        return database.sql("select count(*) from conversation where id = :id and answerer = :own")
                .param("id", conversation.value()).param("own", own).query(Integer.class).single() == 1;
    }

    private List<AskedQuestion> openQuestions(UUID own, String whose) {
        return database
                .sql("""
                        select %s, c.questions from conversation c
                        join event e on e.conversation_id = c.id and e.id = c.open_question
                        where c.open_question is not null and %s order by e.happened_at, c.id"""
                        .formatted(EVENT, whose))
                .param("own", own)
                .query((row, n) -> new AskedQuestion(event(row, n), row.getInt(6), true))
                .list();
    }

    private StoredEvent insert(StoredEvent event) {
        database.sql("""
                insert into event (conversation_id, id, event_type, happened_at, data)
                values (:conversation, :id, :type, :at, :data)""")
                .param("conversation", event.conversation().value())
                .param("id", event.id())
                .param("type", event.event().type())
                .param("at", stored(event.at()))
                .param("data", EventJson.write(event.event()))
                .update();
        return event;
    }

    private static StoredEvent event(ResultSet row, int n) throws SQLException {
        return new StoredEvent(new ConversationId(row.getObject(1, UUID.class)), row.getLong(2),
                instant(row, 4), EventJson.read(row.getString(3), row.getString(5)));
    }

    /** As exact as both databases keep it, so that an event reads back as it was returned. */
    static Instant storable(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime stored(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
