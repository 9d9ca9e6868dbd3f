package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Outbox;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.MovedClock;

/**
 * F26: mail, webhook and errand service fail at random for hours, and the service is restarted in between. Each entry arrives at
 * least once under its own id, in the order of its conversation, and what fails is seen while it fails.
 * {@code -Dlotsen.f26=10000} for the full count of entries.
 */
class F26DeliveryFaults {
    private static final int ENTRIES = Integer.getInteger("lotsen.f26", 1_000);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int CHANGES = 2;

    @TempDir
    private Path folder;
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final Random random = new Random(SEED);

    @Test
    void everyEntryArrivesInItsOrderHoweverOftenItsReceiverFails() {
        List<ScriptedChannel> channels = List.of(new ScriptedChannel("webhook"), new ScriptedChannel("email"),
                new ScriptedChannel("errand"));
        channels.forEach(channel -> channel.script = entry -> random.nextInt(3) == 0
                ? Outcome.DELIVERED
                : new Outcome.Failed(random.nextBoolean() ? "no-connection" : "http-500"));
        List<ConversationId> all = new ArrayList<>();
        PostRoom room = open(channels);
        long mostFailing = 0;
        while (all.size() * CHANGES * channels.size() < ENTRIES) {
            ConversationId conversation = room.waiting();
            room.record.handover.leaveQueue(conversation, RecordForTests.key(), null);
            all.add(conversation);
            room.round.run();
            clock.move(Duration.ofSeconds(20));
            mostFailing = Math.max(mostFailing, room.record.outbox.counts().failing());
            if (random.nextInt(25) == 0) {
                room.close();
                room = open(channels);
            }
        }
        assertThat(mostFailing).as("an operator could see that deliveries fail").isPositive();
        int rounds = 0;
        while (room.record.outbox.counts().waiting() + room.record.outbox.counts().failing() > 0) {
            channels.forEach(channel -> channel.script = entry -> Outcome.DELIVERED);
            clock.move(BackOff.LONGEST);
            room.round.run();
            assertThat(++rounds).isLessThan(ENTRIES);
        }
        assertThat(room.record.outbox.counts()).isEqualTo(new Outbox.Counts(0, 0, 0));
        room.close();
        channels.forEach(channel -> assertInOrder(channel, all));
        System.out.printf(
                "| F26 receivers down | %d entries, most failing at once %d | all arrived, in order, 0 given up |%n",
                all.size() * CHANGES * channels.size(), mostFailing);
    }

    private PostRoom open(List<ScriptedChannel> channels) {
        return new PostRoom("jdbc:h2:file:" + folder.resolve("record")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0", clock,
                channels.toArray(Channel[]::new));
    }

    private static void assertInOrder(ScriptedChannel channel, List<ConversationId> all) {
        Map<ConversationId, List<Integer>> arrived = new HashMap<>();
        channel.received
                .forEach(entry -> arrived.computeIfAbsent(entry.conversation(), one -> new ArrayList<>())
                        .add(entry.number()));
        assertThat(arrived.keySet()).as(channel.name()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(arrived.values()).allSatisfy(numbers -> {
            assertThat(numbers).isSorted();
            assertThat(numbers.stream().distinct()).hasSize(CHANGES);
        });
        assertThat(channel.received).extracting(Outbox.Entry::id).doesNotHaveDuplicates();
    }
}
