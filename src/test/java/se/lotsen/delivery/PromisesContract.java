package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordForTests.key;
import static se.lotsen.testing.Masked.masked;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.delivery.Making.ContactRefused;
import se.lotsen.delivery.Making.Made;
import se.lotsen.delivery.Making.Reason;
import se.lotsen.delivery.Making.SlotGone;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.MovedClock;

/** A promise is made once, reminded of once, and kept. */
@Timeout(120)
abstract class PromisesContract {
    private static final Agent ANNA = new Agent("anna", "Anna");
    private static final String PHONE = "070-174 06 05";
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private final ScriptedChannel mail = new ScriptedChannel("email");
    private PostRoom room;

    abstract String url();

    @BeforeEach
    void open() {
        room = new PostRoom(url(), clock, mail);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aCallIsPromisedOnceWithAReceiptAndItsContactIsApart() {
        ConversationId conversation = room.record.start();
        IdempotencyKey key = key();
        Wish wish = new Wish(room.call(0), "sv", PHONE, masked("Det gäller mitt bygglov"), "{}");
        try (LogCapture log = new LogCapture()) {
            Promise made = made(room.promises.make(conversation, key, wish));
            assertThat(made.receipt()).isEqualTo("LK-26-000001");
            assertThat(room.promises.make(conversation, key, wish)).isEqualTo(new Made(made));
            assertThat(room.promises.of(conversation)).containsExactly(made);
            assertThat(room.promises.made(conversation, key)).contains(made);
            assertThat(room.record.handover.packet(conversation))
                    .as("who gets back to the citizen is told what at a handover is told").isPresent();
            assertThat(made(room.promises.make(conversation, key(), wish)).receipt())
                    .isEqualTo("LK-26-000002");

            assertThat(room.promises.openings(Set.of(made.id()))).isEmpty();
            assertThat(room.promises.openContact(made.id(), ANNA))
                    .contains(new ContactDetail(ContactDetail.Kind.PHONE, "+46701740605"));
            assertThat(room.promises.openings(Set.of(made.id())))
                    .isEqualTo(Map.of(made.id(), List.of(new ContactOpening("anna", clock.instant()))));
            room.round.run();
            assertThat(mail.received).hasSize(2).allSatisfy(entry -> assertThat(entry.payload())
                    .contains("promise.made", "LK-26-00000").doesNotContain("174", "bygglov"));
            assertThat(log.lines()).noneMatch(line -> line.contains("1740605") || line.contains("bygglov"));
        }
    }

    @Test
    void aKeyIsUsedForOneWishOnly() {
        ConversationId conversation = room.record.start();
        IdempotencyKey key = key();
        room.promises.make(conversation, key, new Wish(room.call(0), "sv", PHONE, null, "{}"));
        assertThatThrownBy(() -> room.promises.make(conversation, key,
                new Wish(room.call(1), "sv", PHONE, null, "{}")))
                .isInstanceOf(ConversationRefusal.IdempotencyKeyReused.class);
        assertThatThrownBy(() -> room.promises.make(new ConversationId(new UUID(1, 2)), key(),
                new Wish(room.call(1), "sv", PHONE, null, "{}")))
                .isInstanceOf(ConversationRefusal.UnknownConversation.class);
    }

    @Test
    void whatNobodyCouldKeepIsNotPromised() {
        ConversationId conversation = room.record.start();
        Slot slot = room.call(0);
        assertThat(room.promises.make(conversation, key(), new Wish(slot, "sv", "hej", null, "{}")))
                .isEqualTo(new ContactRefused(Reason.NOT_A_PHONE_NUMBER));
        Slot closed = new Slot(PromiseKind.CALL_BACK, "kontaktcenter", slot.from().plus(Duration.ofHours(12)),
                slot.due().plus(Duration.ofHours(12)));
        assertThat(room.promises.make(conversation, key(), new Wish(closed, "sv", PHONE, null, "{}")))
                .isInstanceOfSatisfying(SlotGone.class, gone -> assertThat(gone.left()).contains(slot));
        clock.move(Duration.ofHours(3));
        assertThat(room.promises.make(conversation, key(), new Wish(slot, "sv", PHONE, null, "{}")))
                .isInstanceOf(SlotGone.class);
        assertThat(room.promises.of(conversation)).isEmpty();
        clock.move(RecordForTests.RETENTION);
        assertThat(room.record.disposal.disposeDue()).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceAsManyAreMadeAsThereIsRoomFor() throws Exception {
        Slot slot = room.call(0);
        List<Callable<Making>> all = IntStream.range(0, 12).<Callable<Making>>mapToObj(n -> {
            ConversationId conversation = room.record.start();
            return () -> room.promises.make(conversation, key(), new Wish(slot, "sv", PHONE, null, "{}"));
        }).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Making> done = threads.invokeAll(all).stream().map(PromisesContract::get).toList();
            assertThat(done.stream().filter(Made.class::isInstance)).hasSize(4);
            assertThat(done.stream().filter(SlotGone.class::isInstance)).hasSize(8);
            assertThat(room.promises.toKeep(Set.of(), 500)).extracting(Promise::receipt).containsExactly(
                    "LK-26-000001",
                    "LK-26-000002", "LK-26-000003", "LK-26-000004");
        }
        assertThat(room.call(0)).isNotEqualTo(slot);
        assertThat(made(
                room.promises.make(room.record.start(), key(),
                        new Wish(room.call(0), "sv", PHONE, null, "{}")))
                .receipt()).as("no number is lost to those who came too late").isEqualTo("LK-26-000005");
    }

    @Test
    void somebodyIsRemindedOnceAndBeforeTheTimeAlsoAcrossARestart() {
        Slot slot = room.call(2);
        Promise promise = made(room.promises.make(room.record.start(), key(),
                new Wish(slot, "sv", PHONE, null, "{}")));
        while (room.events.isEmpty()) {
            room.watch.run();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(room.events).singleElement().isInstanceOf(PromiseAtRisk.class);
        Promise reminded = room.promises.find(promise.id()).orElseThrow();
        assertThat(reminded.alarmedAt()).isBetween(slot.due().minus(Duration.ofHours(1)), slot.due());
        try (PostRoom restarted = new PostRoom(url(), clock, mail)) {
            restarted.watch.run();
            assertThat(restarted.events).isEmpty();
            assertThat(restarted.promises.atRisk(clock.instant())).containsExactly(reminded);
            assertThat(restarted.registry.get("lotsen.delivery.promises.at-risk").gauge().value())
                    .isEqualTo(1);
            clock.move(Duration.ofHours(2));
            restarted.watch.run();
            assertThat(restarted.registry.get("lotsen.delivery.promises.broken").gauge().value())
                    .isEqualTo(1);
            restarted.round.run();
        }
        assertThat(mail.received).extracting(entry -> Notification.read(entry.payload()).event())
                .containsExactly("promise.made", "promise.at-risk");
    }

    @Test
    void aKeptPromiseIsNotRemindedOfAndIsKeptOnce() {
        ConversationId conversation = room.record.start();
        Promise promise = made(
                room.promises.make(conversation, key(), new Wish(room.call(0), "sv", PHONE, null, "{}")));
        Promise kept = room.promises.keep(promise.id(), ANNA).orElseThrow();
        assertThat(kept.keptAt()).isEqualTo(clock.instant());
        clock.move(Duration.ofHours(8));
        assertThat(room.promises.keep(promise.id(), ANNA)).contains(kept);
        room.watch.run();
        assertThat(room.events).isEmpty();
        assertThat(room.promises.atRisk(clock.instant())).isEmpty();
        assertThat(room.promises.keep(new UUID(1, 2), ANNA)).isEmpty();
    }

    @Test
    void aConversationIsKeptUntilItsLastPromiseIs() {
        ConversationId conversation = room.record.start();
        Promise one = made(
                room.promises.make(conversation, key(), new Wish(room.call(0), "sv", PHONE, null, "{}")));
        Promise two = made(
                room.promises.make(conversation, key(), new Wish(room.call(1), "sv", PHONE, null, "{}")));
        room.round.run();
        clock.move(RecordForTests.RETENTION);
        room.watch.run();
        room.round.run();
        clock.move(RecordForTests.RETENTION);
        assertThat(room.record.disposal.disposeDue()).isZero();
        room.promises.keep(one.id(), ANNA);
        room.round.run();
        clock.move(RecordForTests.RETENTION);
        assertThat(room.record.disposal.disposeDue()).isZero();
        room.promises.keep(two.id(), ANNA);
        room.promises.openContact(two.id(), ANNA);
        room.round.run();
        clock.move(RecordForTests.RETENTION);
        assertThat(room.record.disposal.disposeDue()).isEqualTo(1);
        for (String table : List.of("promise", "promise_contact", "contact_opening", "retention_hold")) {
            assertThat(room.record.database.sql("select count(*) from " + table).query(Long.class).single())
                    .as(table).isZero();
        }
    }

    private static Promise made(Making making) {
        assertThat(making).isInstanceOf(Made.class);
        return ((Made) making).promise();
    }

    private static <T> T get(Future<T> done) {
        return done.resultNow();
    }
}
