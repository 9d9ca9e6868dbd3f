package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.Outbox;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.MovedClock;

/** Whatever happens, an entry arrives, in its order, or an operator sees it. */
@Timeout(120)
abstract class DeliveryContract {
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final ScriptedChannel hook = new ScriptedChannel("webhook");
    private final ScriptedChannel mail = new ScriptedChannel("email");
    private PostRoom room;

    abstract String url();

    @BeforeEach
    void open() {
        room = new PostRoom(url(), clock, hook, mail);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void eachChangeIsToldOnceByEachChannelInOrder() {
        ConversationId conversation = room.waiting();
        room.record.handover.leaveQueue(conversation, RecordForTests.key(), null);
        room.round.run();
        room.round.run();
        for (ScriptedChannel channel : List.of(hook, mail)) {
            assertThat(channel.received).extracting(entry -> Notification.read(entry.payload()).event())
                    .containsExactly("case.requested", "case.left-queue");
        }
        assertThat(room.record.outbox.counts()).isEqualTo(new Outbox.Counts(0, 0, 0));
        assertThat(room.registry
                .counter("lotsen.delivery.attempts", "channel", "webhook", "outcome", "delivered")
                .count()).isEqualTo(2);
    }

    @Test
    void withoutChannelsNothingIsCreated() {
        try (PostRoom bare = new PostRoom(url(), clock)) {
            bare.waiting();
            assertThat(bare.record.outbox.counts()).isEqualTo(new Outbox.Counts(0, 0, 0));
        }
    }

    @Test
    void aReceiverThatIsDownForAnHourLosesNothingAndHoldsNobodyUp() {
        hook.script = entry -> new Outcome.Failed("no-connection");
        List<ConversationId> all = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            all.add(room.waiting());
            room.round.run();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(hook.received).isEmpty();
        assertThat(mail.received).hasSize(60);
        room.round.run();
        assertThat(room.registry.get("lotsen.delivery.failing").gauge().value()).isEqualTo(60);

        hook.script = entry -> Outcome.DELIVERED;
        clock.move(BackOff.LONGEST);
        room.round.run();
        assertThat(hook.received).extracting(Outbox.Entry::conversation)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void anEntryIsGivenUpAfterItsTimeAndAnOperatorCanTryItAgainOrWriteItOff() {
        hook.script = entry -> new Outcome.Failed("http-500");
        room.waiting();
        int rounds = 0;
        while (room.record.outbox.counts().dead() == 0) {
            room.round.run();
            clock.move(Duration.ofMinutes(30));
            assertThat(++rounds).isLessThan(150);
        }
        assertThat(rounds).isBetween(140, 149);
        Outbox.Undone dead = room.record.outbox.undone(10).getFirst();
        assertThat(dead.lastError()).isEqualTo("http-500");
        assertThat(dead.deadAt()).isNotNull();

        assertThat(room.record.outbox.tryAgain(dead.id())).isTrue();
        room.round.run();
        assertThat(room.record.outbox.counts()).isEqualTo(new Outbox.Counts(0, 1, 0));
        assertThat(room.record.outbox.writeOff(dead.id())).isTrue();
        assertThat(room.record.outbox.writeOff(dead.id())).isFalse();
        assertThat(room.record.outbox.tryAgain(dead.id())).isFalse();
        assertThat(room.record.outbox.undone(10)).isEmpty();
        clock.move(Duration.ofDays(1));
        int before = hook.attempts.size();
        room.round.run();
        assertThat(hook.attempts).hasSize(before);
    }

    @Test
    void whatTheReceiverWillNeverTakeIsGivenUpAtOnceAndTheNextGoesOn() {
        hook.script = entry -> entry.number() == 1 ? new Outcome.Refused("gone") : Outcome.DELIVERED;
        ConversationId conversation = room.waiting();
        room.record.handover.leaveQueue(conversation, RecordForTests.key(), null);
        room.round.run();
        assertThat(hook.received).hasSize(1);
        assertThat(room.record.outbox.counts()).isEqualTo(new Outbox.Counts(0, 0, 1));
    }

    @Test
    void aFaultOfOursStopsNoOtherEntry() {
        hook.script = entry -> {
            throw new IllegalStateException("ours");
        };
        room.waiting();
        room.round.run();
        assertThat(mail.received).hasSize(1);
        assertThat(room.record.outbox.undone(5)).extracting(Outbox.Undone::lastError)
                .containsExactly("fault");
    }

    @Test
    void aReceiverThatNeverEndsHoldsNobodyUp() {
        CountDownLatch never = new CountDownLatch(1);
        hook.script = entry -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Outcome.DELIVERED;
        };
        room.waiting();
        room.round.run();
        assertThat(mail.received).singleElement().satisfies(entry -> assertThat(entry.payload())
                .contains("\"at\":\"2026-11-24T09:00:00Z\"", "\"state\":\"WAITING\""));
        assertThat(room.record.outbox.undone(5)).extracting(Outbox.Undone::lastError)
                .containsExactly("timeout");
    }

    @Test
    void aChannelThatIsNoLongerConfiguredKeepsItsEntriesForAWhile() {
        room.waiting();
        try (PostRoom later = new PostRoom(url(), clock, mail)) {
            later.round.run();
            assertThat(later.record.outbox.undone(5)).extracting(Outbox.Undone::lastError)
                    .containsExactly("not-configured");
        }
        clock.move(Duration.ofHours(1));
        room.round.run();
        assertThat(hook.received).hasSize(1);
    }

    @Test
    void whatAProcessHadInHandWhenItDiedIsDeliveredByTheNext() {
        room.waiting();
        Outbox.Entry taken = room.record.outbox.due(1).getFirst();
        assertThat(room.record.outbox.take(taken, clock.instant().plus(DeliveryRound.LEASE))).isTrue();
        assertThat(room.record.outbox.take(taken, clock.instant().plus(DeliveryRound.LEASE))).isFalse();
        try (PostRoom restarted = new PostRoom(url(), clock, hook, mail)) {
            restarted.round.run();
            assertThat(hook.received.size() + mail.received.size()).isEqualTo(1);
            clock.move(DeliveryRound.LEASE);
            restarted.round.run();
        }
        assertThat(hook.received).hasSize(1);
        assertThat(mail.received).hasSize(1);
    }

    @Test
    void severalRoundsAtOnceDeliverEachEntryOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            room.waiting();
        }
        List<Thread> rounds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rounds.add(Thread.ofVirtual().start(room.round::run));
        }
        for (Thread round : rounds) {
            round.join();
        }
        room.round.run();
        assertThat(hook.received).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void orderHoldsAndNothingIsLostUnderRandomFailuresAndRestarts() {
        for (long seed = 1; seed <= 12; seed++) {
            randomFailures(seed);
        }
    }

    private void randomFailures(long seed) {
        String replay = "seed " + seed;
        Random random = new Random(seed);
        ScriptedChannel receiver = new ScriptedChannel("webhook");
        // Fails, or accepts and says nothing, so that it comes again.
        receiver.script = entry -> switch (random.nextInt(3)) {
            case 0 -> new Outcome.Failed("http-500");
            case 1 -> {
                receiver.received.add(entry);
                yield new Outcome.Failed("timeout");
            }
            default -> Outcome.DELIVERED;
        };
        List<ConversationId> conversations = new ArrayList<>();
        PostRoom now = new PostRoom(url(), clock, receiver);
        try {
            for (int i = 0; i < 5; i++) {
                ConversationId conversation = now.waiting();
                conversations.add(conversation);
                for (int change = 0; change < 3; change++) {
                    now.record.handover.leaveQueue(conversation, RecordForTests.key(), null);
                    now.record.handover.request(conversation, RecordForTests.key(), "kontaktcenter", "{}",
                            null);
                }
            }
            while (now.record.outbox.counts().waiting() + now.record.outbox.counts().failing() > 0) {
                now.round.run();
                clock.move(Duration.ofMinutes(random.nextInt(20)));
                if (random.nextInt(6) == 0) {
                    now.close();
                    now = new PostRoom(url(), clock, receiver);
                }
            }
            assertThat(now.record.outbox.counts().dead()).as(replay).isZero();
        } finally {
            now.close();
        }
        for (ConversationId conversation : conversations) {
            Set<Long> seen = new HashSet<>();
            List<Integer> numbers = receiver.received.stream()
                    .filter(entry -> entry.conversation().equals(conversation))
                    .filter(entry -> seen.add(entry.id())).map(Outbox.Entry::number).toList();
            assertThat(numbers).as(replay).containsExactly(1, 2, 3, 4, 5, 6, 7);
        }
    }
}
