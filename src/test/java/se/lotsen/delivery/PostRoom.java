package se.lotsen.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.handover.OpenTimes;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.storage.Leadership;
import se.lotsen.testing.MovedClock;

/** The room, put together by hand over a database; opening it again over the same database is a restart. */
final class PostRoom implements AutoCloseable {
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    static final OpenTimes TIMES = new OpenTimes(
            new HandoverFiles(new KnowledgeFolder(Path.of("knowledge-base"))));
    final MovedClock clock;
    final RecordForTests record;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final DeliveryMetrics metrics = new DeliveryMetrics(registry);
    final DeliveryRound round;
    final Promises promises;
    final PromiseWatch watch;
    final List<Object> events = new CopyOnWriteArrayList<>();

    PostRoom(String url, MovedClock clock, Channel... channels) {
        this.clock = clock;
        Announcements announcements = new Announcements(List.of(channels));
        record = new RecordForTests(url, clock, announcements);
        round = new DeliveryRound(record.outbox, List.of(channels), new BackOff(new Random(1)), GIVE_UP_AFTER,
                Duration.ofSeconds(2), metrics, clock);
        promises = new Promises(record.attachments, new Slots(TIMES, 4, 2), TIMES, new PromiseText(TIMES),
                announcements, "LK", clock);
        watch = new PromiseWatch(promises, metrics, events::add, Leadership.ALONE, clock);
    }

    ConversationId waiting() {
        ConversationId conversation = record.start();
        record.handover.request(conversation, RecordForTests.key(), "kontaktcenter", "{}", null);
        return conversation;
    }

    Slot call(int n) {
        return promises.offer("kontaktcenter", "sv", clock.instant()).stream().map(Promises.Offer::slot)
                .filter(slot -> slot.kind() == PromiseKind.CALL_BACK).toList().get(n);
    }

    @Override
    public void close() {
        record.close();
    }
}
