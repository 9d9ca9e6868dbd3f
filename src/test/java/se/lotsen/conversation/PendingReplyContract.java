package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;

/** What an agent has written and can still take back. */
interface PendingReplyContract extends CaseContract {
    Duration UNDO = Duration.ofSeconds(5);
    int RELEASES = Integer.getInteger("lotsen.releases", 50);

    default AgentReplies replies() {
        return record().replies;
    }

    /** Those of another process, where the database can be shared. */
    default AgentReplies repliesElsewhere() {
        return replies();
    }

    default void reply(ConversationId conversation, String words) {
        replies().reply(conversation, key(), ANNA, text(words), List.of(), UNDO);
    }

    default List<String> messages(ConversationId conversation) {
        return store().eventsAfter(conversation, 0).stream().map(StoredEvent::event)
                .filter(MessagePosted.class::isInstance).map(event -> ((MessagePosted) event).text().value())
                .toList();
    }

    @Test
    default void aReplyIsTheCitizensAfterItsTimeAndOnlyOnce() {
        ConversationId conversation = ownedBy(ANNA);
        Citation source = new Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift");
        replies().reply(conversation, key(), ANNA, text("Hej \"du\"!"), List.of(source), UNDO);

        record().clock.advance(UNDO.minusMillis(1));
        assertThat(replies().releaseDue()).isZero();
        assertThat(messages(conversation)).isEmpty();
        record().clock.advance(Duration.ofMillis(1));
        assertThat(replies().releaseDue()).isEqualTo(1);
        assertThat(replies().releaseDue()).isZero();

        assertThat(store().eventsAfter(conversation, 2)).containsExactly(new StoredEvent(conversation, 3,
                now(), new MessagePosted(Author.AGENT, "Anna", text("Hej \"du\"!"), List.of(source))));
        assertThat(replies().pending(conversation)).isEmpty();
        assertThat(count("pending_reply")).isZero();
    }

    @Test
    default void withoutAnyTimeItIsTheCitizensAtOnce() {
        ConversationId conversation = ownedBy(ANNA);
        IdempotencyKey key = key();
        for (int i = 0; i < 3; i++) {
            replies().reply(conversation, key, ANNA, text("Hej!"), List.of(), Duration.ZERO);
        }
        assertThat(messages(conversation)).containsExactly("Hej!");
    }

    @Test
    default void oneKeyIsOneMessageWhateverBecameOfIt() {
        ConversationId conversation = ownedBy(ANNA);
        IdempotencyKey key = key();
        Runnable send = () -> replies().reply(conversation, key, ANNA, text("Hej!"), List.of(), UNDO);
        send.run();
        send.run();
        record().clock.advance(UNDO);
        assertThat(replies().releaseDue()).isEqualTo(1);
        send.run();
        record().clock.advance(UNDO);
        assertThat(replies().releaseDue()).isZero();
        assertThat(messages(conversation)).containsExactly("Hej!");
        assertThatThrownBy(
                () -> replies().reply(conversation, key, ANNA, text("Nej!"), List.of(), UNDO))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    default void whatIsTakenBackNeverBecomesAMessageAndIsGivenAgain() {
        ConversationId conversation = ownedBy(ANNA);
        IdempotencyKey key = key();
        replies().reply(conversation, key, ANNA, text("Fel"), List.of(), UNDO);
        PendingReply pending = replies().pending(conversation).orElseThrow();
        assertThatThrownBy(() -> replies().takeBack(conversation, BO, pending.id()))
                .isInstanceOfSatisfying(NotTheOwner.class,
                        refusal -> assertThat(refusal.owner()).contains(ANNA));

        assertThat(replies().takeBack(conversation, ANNA, pending.id())).contains(pending);
        assertThat(replies().takeBack(conversation, ANNA, pending.id())).contains(pending);
        assertThat(replies().pending(conversation)).isEmpty();
        replies().reply(conversation, key, ANNA, text("Fel"), List.of(), UNDO);
        record().clock.advance(UNDO);
        assertThat(replies().releaseDue()).isZero();
        reply(conversation, "Rätt");
        assertThat(replies().takeBack(conversation, ANNA, pending.id())).isEmpty();
        handover().resolve(conversation, key(), ANNA, "answered", "bygglov", null);
        assertThat(messages(conversation)).containsExactly("Rätt");
        assertThat(count("pending_reply")).isZero();
    }

    @Test
    default void whatIsTheCitizensIsNotTakenBack() {
        ConversationId conversation = ownedBy(ANNA);
        reply(conversation, "Hej!");
        UUID id = replies().pending(conversation).orElseThrow().id();
        record().clock.advance(UNDO);
        replies().releaseDue();
        assertThat(replies().takeBack(conversation, ANNA, id)).isEmpty();
        assertThat(messages(conversation)).containsExactly("Hej!");
    }

    @Test
    default void whateverFollowsReleasesItFirst() {
        for (Consumer<ConversationId> next : List.<Consumer<ConversationId>>of(
                one -> reply(one, "Två"),
                one -> handover().postAsAgent(one, key(), ANNA, text("Två"), List.of()),
                one -> handover().notice(one, key(), "Vi ringer dig."),
                one -> handover().transfer(one, key(), ANNA, BO, null),
                one -> handover().requeue(one, key(), ANNA, "skola", null),
                one -> handover().giveBack(one, key(), ANNA, null),
                one -> handover().resolve(one, key(), ANNA, "answered", "bygglov", null),
                one -> handover().vanish(ANNA.account(), gone -> null))) {
            ConversationId conversation = ownedBy(ANNA);
            reply(conversation, "Ett");
            next.accept(conversation);
            record().clock.advance(UNDO);
            replies().releaseDue();
            assertThat(store().eventsAfter(conversation, 2).getFirst().event())
                    .isEqualTo(new MessagePosted(Author.AGENT, "Anna", text("Ett"), List.of()));
            assertThat(store().eventsAfter(conversation, 2)).hasSize(2);
            record().database.sql("delete from conversation").update();
        }
    }

    @Test
    default void aRefusedChangeReleasesNothing() {
        ConversationId conversation = ownedBy(ANNA);
        reply(conversation, "Hej!");
        assertThatThrownBy(() -> handover().giveBack(conversation, key(), BO, null))
                .isInstanceOf(NotTheOwner.class);
        assertThatThrownBy(
                () -> replies().reply(conversation, key(), BO, text("Hej!"), List.of(), UNDO))
                .isInstanceOf(NotTheOwner.class);
        assertThat(messages(conversation)).isEmpty();
        assertThat(replies().pending(conversation)).isPresent();
    }

    @Test
    default void ofAllWhoReleaseOrTakeBackAtOnceOneDoes() throws Exception {
        for (int race = 1; race <= RELEASES; race++) {
            ConversationId conversation = ownedBy(ANNA);
            reply(conversation, "Hej!");
            UUID id = replies().pending(conversation).orElseThrow().id();
            record().clock.advance(UNDO);
            AtomicInteger turn = new AtomicInteger();
            boolean undo = race % 2 == 0;

            List<Object> results = AtOnce.run(WRITERS, () -> {
                int number = turn.incrementAndGet();
                AgentReplies some = number % 2 == 0 ? replies() : repliesElsewhere();
                return undo && number > WRITERS / 2
                        ? some.takeBack(conversation, ANNA, id).map(PendingReply::id)
                        : (Object) some.releaseDue();
            });

            long released = results.stream().filter(Integer.valueOf(1)::equals).count();
            long taken = results.stream().filter(java.util.Optional.of(id)::equals).count();
            assertThat(messages(conversation)).as("race %d: %s", race, results).hasSize((int) released);
            assertThat(released).as("race %d: %s", race, results).isEqualTo(taken > 0 ? 0 : 1);
        }
    }
}
