package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/** How conversations are disposed of. */
interface DisposalContract extends RecordContract {

    @Test
    default void disposesOfWholeConversationsAndLeavesATombstone() {
        StartedConversation due = store().start(key());
        StoredEvent question = ask(due.id(), "Öppettider?").event();
        store().answer(question, List.of(SENTENCE, completed(1)), new AnswerExplanation("{}"));
        store().rate(due.id(), key(), 1, true, text("Tack"));
        Instant startedAt = EventLog.storable(record().clock.instant());
        record().clock.advance(OpenRecord.RETENTION.minusSeconds(1));
        assertThat(record().disposal.disposeDue()).isZero();
        ConversationId kept = startAnswered();
        record().clock.advance(Duration.ofSeconds(1));

        String digest = record().files.find(due.id()).orElseThrow().digest();
        assertThat(record().disposal.disposeDue()).isEqualTo(1);
        assertThat(record().disposal.tombstone(due.id())).contains(
                new Tombstone(due.id(), startedAt, EventLog.storable(record().clock.instant()), 3,
                        ConversationClass.ASSISTANT_CONVERSATION, "", DisposalLog.Cause.PERIOD, digest));
        assertThat(store().open(due.id(), due.token())).isEmpty();
        assertThatThrownBy(() -> ask(due.id(), "Hallå?")).isInstanceOf(UnknownConversation.class);
        assertThat(tablesThatMention(due.id())).containsExactly("tombstone");
        assertThat(store().eventsAfter(kept, 0)).hasSize(2);
        assertThat(record().disposal.tombstone(kept)).isEmpty();
        assertThat(record().disposal.disposeDue()).isZero();
    }

    @Test
    default void aConversationThatIsGivenUpOpensForNobodyAndIsKeptUntilItsTimeIsOver() {
        IdempotencyKey start = key();
        StartedConversation started = store().start(start);
        StoredEvent question = ask(started.id(), "Öppettider?").event();
        assertThatThrownBy(() -> record().disposal.close(started.id()))
                .isInstanceOf(ConversationRefusal.QuestionStillOpen.class);
        store().answer(question, List.of(SENTENCE, completed(1)), new AnswerExplanation("{}"));

        assertThat(record().disposal.close(started.id())).isTrue();

        assertThat(store().open(started.id(), started.token())).isEmpty();
        assertThat(store().start(start).id()).as("a repeated start does not open it either")
                .isNotEqualTo(started.id());
        assertThat(store().eventsAfter(started.id(), 0)).hasSize(3);
        record().clock.advance(OpenRecord.RETENTION);
        assertThat(record().disposal.disposeDue()).isEqualTo(2);
    }

    @Test
    default void aConversationThatAPersonHasIsNotGivenUp() {
        StartedConversation started = store().start(key());
        record().handover.request(started.id(), key(), "kontaktcenter", "{}", null);
        assertThat(record().disposal.close(started.id())).isFalse();
        assertThat(store().open(started.id(), started.token())).isPresent();
    }

    @Test
    default void writingKeepsAConversationAlive() {
        ConversationId asked = startAnswered();
        ConversationId rated = startAnswered();
        ConversationId silent = startAnswered();
        record().clock.advance(OpenRecord.RETENTION.minusDays(1));
        ask(asked, "Är ni kvar?");
        store().rate(rated, key(), 1, true, null);
        record().clock.advance(Duration.ofDays(1));

        assertThat(record().disposal.disposeDue()).isEqualTo(1);
        assertThat(record().disposal.tombstone(silent)).isPresent();
        assertThat(store().eventsAfter(asked, 0)).hasSize(3);
        assertThat(store().ratings(rated)).hasSize(1);
    }

    @Test
    default void severalProcessesDisposeOfEachConversationOnce() throws Exception {
        IntStream.range(0, 210).forEach(i -> start());
        record().clock.advance(OpenRecord.RETENTION);

        List<Object> counts = AtOnce.run(3, record().disposal::disposeDue);

        assertThat(counts.stream().mapToInt(Integer.class::cast).sum()).isEqualTo(210);
        assertThat(count("conversation")).isZero();
        assertThat(count("tombstone")).isEqualTo(210);
    }

    @Test
    default void sparesAConversationThatSomebodyWritesInAtTheLastMoment() {
        ConversationId conversation = startAnswered();
        record().clock.advance(OpenRecord.RETENTION);
        TransactionOperations interrupted = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> disposal) {
                ask(conversation, "Är ni kvar?");
                return record().transactions.execute(disposal);
            }
        };

        assertThat(record().disposalIn(interrupted).disposeDue()).isZero();
        assertThat(store().eventsAfter(conversation, 0)).hasSize(3);
        assertThat(record().disposal.tombstone(conversation)).isEmpty();
    }

    private List<String> tablesThatMention(ConversationId conversation) {
        List<String> tables = record().database.sql("""
                select table_name from information_schema.columns
                where table_schema = current_schema and column_name = 'conversation_id'
                union all select 'conversation'""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(11);
        return tables.stream().filter(table -> {
            String column = table.equals("conversation") ? "id" : "conversation_id";
            return record().database.sql("select count(*) from " + table + " where " + column + " = :id")
                    .param("id", conversation.value()).query(Long.class).single() > 0;
        }).toList();
    }
}
