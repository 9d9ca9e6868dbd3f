package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.StateChanged;

/**
 * Whatever the order in which citizens, agents and timers act and requests are lost and repeated, the record keeps its
 * promises. {@code -Dlotsen.orders=10000} for more orders; a failing one prints its seed, and
 * {@code -Dlotsen.seed=SEED -Dlotsen.orders=1} runs it alone.
 */
class RandomOrdersTests {
    private static final int ORDERS = Integer.getInteger("lotsen.orders", 200);
    private static final long FIRST = Long.getLong("lotsen.seed", 1);
    private static final int STEPS = 40;
    private static final int COMPACTED_AFTER = 500;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void everyOrderKeepsThePromises(@TempDir Path dataDir) {
        Set<StateChange> seen = EnumSet.noneOf(StateChange.class);
        try (OpenRecord record = OpenRecord.in(dataDir)) {
            for (long seed = FIRST; seed < FIRST + ORDERS; seed++) {
                try {
                    seen.addAll(checked(record, seed));
                } catch (AssertionError | RuntimeException broken) {
                    throw new AssertionError("-Dlotsen.seed=" + seed + " -Dlotsen.orders=1 breaks", broken);
                }
                if (seed % COMPACTED_AFTER == 0) {
                    record.file.compact();
                }
            }
        }
        if (ORDERS >= 200) {
            assertThat(seen).containsExactlyInAnyOrder(StateChange.values());
        }
    }

    /** Every order must be its own: the clock is the only thing that one hands to the next. */
    private static Set<StateChange> checked(OpenRecord record, long seed) {
        RandomOrder order = new RandomOrder(record, seed);
        List<StoredEvent> events = order.run(STEPS);
        Set<StateChange> changes = walked(record, order, events);
        assertSameForAll(record, order.conversation(), events);
        assertThat(events).noneMatch(
                event -> EventJson.write(event.event()).contains(RandomOrder.INTERNAL));
        record.database.sql("delete from conversation where id = :id")
                .param("id", order.conversation().value())
                .update();
        return changes;
    }

    /** Goes through the log with the table alone and arrives where the record says that the conversation stands. */
    private static Set<StateChange> walked(OpenRecord record, RandomOrder order,
            List<StoredEvent> events) {
        ConversationId conversation = order.conversation();
        Set<StateChange> changes = EnumSet.noneOf(StateChange.class);
        ConversationState state = ConversationState.WITH_ASSISTANT;
        @Nullable
        String agent = null;
        long version = 0;
        boolean open = false;
        for (StoredEvent stored : events) {
            switch (stored.event()) {
                case StateChanged changed -> {
                    assertThat(open).as("a change in an answer").isFalse();
                    assertThat(changed.from()).isEqualTo(state);
                    assertThat(changed.change().leads(state, changed.to())).isTrue();
                    changes.add(changed.change());
                    state = changed.to();
                    agent = changed.agent();
                    version++;
                }
                case QuestionAsked question -> {
                    assertThat(state).as("a question").isEqualTo(ConversationState.WITH_ASSISTANT);
                    open = true;
                }
                case Completed completed -> open = false;
                case MessagePosted message -> {
                    assertThat(state).isIn(ConversationState.WAITING, ConversationState.WITH_AGENT);
                    if (message.author() == Author.AGENT) {
                        assertThat(message.name()).isEqualTo(agent).isNotNull();
                    }
                }
                case ConversationEvent.NoticePosted warning ->
                    assertThat(open).as("a warning in an answer").isFalse();
                default -> assertThat(open).as("a part of an answer").isTrue();
            }
        }
        assertThat(changes.contains(StateChange.CALL_ENDED)).as("the end of a call")
                .isEqualTo(order.isCall() && !changes.isEmpty());
        assertStands(record.handover.standing(conversation), state, agent, version, order.isCall());
        assertThat(record.database.sql("""
                select count(*) from outbox where conversation_id = :id
                and number between 1 and :changes""").param("id", conversation.value())
                .param("changes", version).query(Long.class).single()).as("effects").isEqualTo(version);
        return changes;
    }

    private static void assertStands(Standing standing, ConversationState state, @Nullable String agent,
            long version, boolean call) {
        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.version()).isEqualTo(version);
        assertThat(standing.agent() == null ? null : standing.agent().name()).isEqualTo(agent);
        assertThat(standing.agent() != null).isEqualTo(state == ConversationState.WITH_AGENT);
        assertThat(standing.queue() == null).isEqualTo(call || state == ConversationState.WITH_ASSISTANT);
        assertThat(state != ConversationState.WAITING || standing.waitingSince() != null).isTrue();
    }

    private static void assertSameForAll(OpenRecord record, ConversationId conversation,
            List<StoredEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        int from = events.size() / 2;
        assertThat(record.stream.events(conversation, from).take(events.size() - from).collectList()
                .block(Duration.ofSeconds(10))).isEqualTo(events.subList(from, events.size()));
        assertThat(Objects.requireNonNull(record.stream.events(conversation, 0).take(events.size())
                .collectList().block(Duration.ofSeconds(10)))).isEqualTo(events);
    }
}
