package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.NoPersonInvolved;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;

/** What is written while a person is involved, and who can read it. */
interface MessageContract extends CaseContract {

    @Test
    default void citizenAndAgentWriteToEachOther() {
        ConversationId conversation = waitingIn("bygg");
        IdempotencyKey key = key();
        StoredEvent mine = handover().postAsCitizen(conversation, key, text("Hallå?"), null);
        assertThat(handover().postAsCitizen(conversation, key, text("Hallå?"), null)).isEqualTo(mine);
        assertThatThrownBy(() -> handover().postAsCitizen(conversation, key, text("Nej."), null))
                .isInstanceOf(IdempotencyKeyReused.class);
        claim(conversation, ANNA);
        Citation source = new Citation("bygglov", "Avgift", "/knowledge/bygglov#avgift");
        StoredEvent theirs = handover().postAsAgent(conversation, key(), ANNA, text("Hej!"), List.of(source));

        assertThat(store().eventsAfter(conversation, 0)).element(1).isEqualTo(mine);
        assertThat(store().eventsAfter(conversation, 3)).containsExactly(theirs);
        assertThat(theirs.event())
                .isEqualTo(new MessagePosted(Author.AGENT, "Anna", text("Hej!"), List.of(source)));
        ConversationId nobodys = start();
        assertThatThrownBy(() -> handover().postAsCitizen(nobodys, key(), text("Hallå?"), null))
                .isInstanceOf(NoPersonInvolved.class);
    }

    @Test
    default void writingReopensAnEndedCaseOnceAndInOneStep() {
        ConversationId conversation = closed();
        IdempotencyKey key = key();
        StoredEvent message = handover().postAsCitizen(conversation, key, text("En sak till"), "I kö igen.");

        assertThat(handover().postAsCitizen(conversation, key, text("En sak till"), "I kö igen."))
                .isEqualTo(message);
        assertThat(store().eventsAfter(conversation, 3)).extracting(StoredEvent::event).containsExactly(
                new StateChanged(ConversationState.CLOSED, ConversationState.WAITING, StateChange.REOPENED,
                        null, "I kö igen."),
                new MessagePosted(Author.CITIZEN, null, text("En sak till"), List.of()));
    }

    @Test
    default void noticesComeInEveryState() {
        for (ConversationId conversation : List.of(start(), waitingIn("bygg"), ownedBy(ANNA), closed())) {
            IdempotencyKey key = key();
            StoredEvent notice = handover().notice(conversation, key, "Du är nu nummer 1.");
            assertThat(handover().notice(conversation, key, "Du är nu nummer 1.")).isEqualTo(notice);
            assertThat(store().eventsAfter(conversation, notice.id() - 1)).containsExactly(notice);
        }
    }

    @Test
    default void notesNeverReachEventsOrStream() {
        ConversationId conversation = ownedBy(ANNA);
        IdempotencyKey key = key();
        handover().addNote(conversation, key, BO, text("Ring havtornsodlaren"));
        handover().addNote(conversation, key, BO, text("Ring havtornsodlaren"));
        handover().addNote(conversation, key(), ANNA, text("Gjort"));

        assertThat(handover().notes(conversation)).containsExactly(
                new Note(1, BO, text("Ring havtornsodlaren"), now()),
                new Note(2, ANNA, text("Gjort"), now()));
        assertThat(store().eventsAfter(conversation, 0)).hasSize(2)
                .allSatisfy(event -> assertThat(EventJson.write(event.event())).doesNotContain("havtorn"));
        assertThat(record().stream.events(conversation, 0).take(2).collectList().block(Duration.ofSeconds(5)))
                .isEqualTo(store().eventsAfter(conversation, 0));
        assertThat(record().database.sql("select data from event").query(String.class).list())
                .noneMatch(data -> data.contains("havtorn"));
    }

    @Test
    default void anAnswerHoldsNoChangeOfState() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        StateChanged change = new StateChanged(ConversationState.WITH_ASSISTANT, ConversationState.WAITING,
                StateChange.REQUESTED, null, null);

        assertThatThrownBy(() -> store().answer(question, List.of(completed(1), change)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().append(conversation, List.of(change)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void citizensAndDesksAreTold() {
        ConversationId conversation = start();
        List<String> desk = new CopyOnWriteArrayList<>();
        List<String> otherDesk = new CopyOnWriteArrayList<>();
        List<ConversationId> citizen = new CopyOnWriteArrayList<>();
        var subscriptions = List.of(record().desks.of("bygg").subscribe(desk::add),
                record().desks.of("skola").subscribe(otherDesk::add),
                record().signals.of(conversation).subscribe(citizen::add));
        request(conversation, "bygg");
        handover().postAsCitizen(conversation, key(), text("Hallå?"), null);
        claim(conversation, ANNA);
        handover().requeue(conversation, key(), ANNA, "skola", null);
        handover().claim(conversation, BO, 1, null);

        assertThat(desk).hasSize(5);
        assertThat(otherDesk).hasSize(2);
        assertThat(citizen).hasSize(5);
        subscriptions.forEach(Disposable::dispose);
        assertThat(record().desks.listenedTo()).isZero();
    }

    @Test
    default void anApprovedDraftGoesOutAndTheAssistantHasTheConversationAgain() {
        ConversationId conversation = ownedBy(ANNA);
        Citation source = new Citation("p", "h", "/knowledge/p#h");
        IdempotencyKey key = key();
        assertThatThrownBy(
                () -> handover().approve(conversation, key(), BO, text("Ja."), List.of(source), null))
                .isInstanceOf(NotTheOwner.class);

        StoredEvent returned = handover().approve(conversation, key, ANNA, text("Ja."), List.of(source),
                "Åter.");

        assertThat(handover().approve(conversation, key, ANNA, text("Ja."), List.of(source), "Åter."))
                .isEqualTo(returned);
        assertThat(store().eventsAfter(conversation, 2)).extracting(StoredEvent::event).containsExactly(
                new MessagePosted(Author.AGENT, "Anna", text("Ja."), List.of(source), true),
                returned.event());
        assertThat(handover().standing(conversation).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
    }
}
