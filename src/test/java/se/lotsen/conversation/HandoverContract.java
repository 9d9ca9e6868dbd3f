package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationRefusal.AssistantSilent;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.IdempotencyKeyReused;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/** How a conversation goes to a person and back. */
interface HandoverContract extends CaseContract {

    @Test
    default void aConversationBeginsWithTheAssistant() {
        ConversationId conversation = start();

        assertThat(handover().standing(conversation))
                .isEqualTo(new Standing(conversation, ConversationState.WITH_ASSISTANT, null, null, 0, null));
        assertThatThrownBy(() -> handover().standing(NOBODYS)).isInstanceOf(UnknownConversation.class);
    }

    @Test
    default void aRequestPutsTheCitizenIntoTheQueueWithEventPacketAndEffect() {
        ConversationId conversation = startAnswered();

        StoredEvent event = request(conversation, "bygg");

        assertThat(event).isEqualTo(new StoredEvent(conversation, 3, now(),
                new StateChanged(ConversationState.WITH_ASSISTANT, ConversationState.WAITING,
                        StateChange.REQUESTED, null, "Du står i kö.")));
        assertThat(store().eventsAfter(conversation, 2)).containsExactly(event);
        assertThat(handover().standing(conversation)).isEqualTo(
                new Standing(conversation, ConversationState.WAITING, null, "bygg", 1, now()));
        assertThat(handover().packet(conversation))
                .contains(new HandoverPacket(1, "{\"summary\":\"å\"}", now()));
        assertThat(record().outbox.due(10)).extracting(Outbox.Entry::number, Outbox.Entry::payload)
                .containsExactly(Tuple.tuple(1, "{\"change\":\"REQUESTED\"}"));
    }

    @Test
    default void aRepeatedRequestGivesTheSameEventAndStoresNothing() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        StoredEvent first = handover().request(conversation, key, "bygg", "{}", "Plats 1.");
        claim(conversation, ANNA);

        assertThat(handover().request(conversation, key, "bygg", "{\"later\":1}", "Plats 7."))
                .isEqualTo(first);
        assertThat(store().eventsAfter(conversation, 0)).hasSize(2);
        assertThat(count("handover_packet")).isEqualTo(1);
        assertThat(count("outbox")).isEqualTo(2);
        assertThatThrownBy(() -> handover().request(conversation, key, "skola", "{}", null))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> request(conversation, "bygg")).isInstanceOf(ChangeNotPossible.class);
    }

    @Test
    default void aHandoverWaitsUntilTheOpenQuestionIsAnswered() {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        assertThatThrownBy(() -> request(conversation, "bygg")).isInstanceOf(QuestionStillOpen.class);
        assertThat(handover().packet(conversation)).isEmpty();
        assertThat(handover().standing(conversation).version()).isZero();

        store().answer(question, List.of(completed(1)));
        assertThat(request(conversation, "bygg").id()).isEqualTo(3);
    }

    @Test
    default void theAssistantIsSilentWhileAPersonIsInvolved() {
        for (ConversationId conversation : List.of(waitingIn("bygg"), ownedBy(ANNA), closed())) {
            long events = store().eventsAfter(conversation, 0).size();
            assertThatThrownBy(() -> ask(conversation, "Hallå?"))
                    .isInstanceOfSatisfying(AssistantSilent.class, refusal -> assertThat(refusal.state())
                            .isEqualTo(handover().standing(conversation).state()));
            assertThat(store().eventsAfter(conversation, 0)).hasSize((int) events);
        }
    }

    @Test
    default void aRepeatedQuestionFindsItsAnswerAlsoAfterTheHandover() {
        ConversationId conversation = start();
        IdempotencyKey key = key();
        AskedQuestion asked = store().ask(conversation, key, text("Öppettider?"), "sv");
        store().answer(asked.event(), List.of(completed(1)));
        request(conversation, "bygg");

        assertThat(store().ask(conversation, key, text("Öppettider?"), "sv").event())
                .isEqualTo(asked.event());
    }

    @Test
    default void whoLeavesTheQueueIsWithTheAssistantAgain() {
        ConversationId conversation = waitingIn("bygg");
        IdempotencyKey key = key();
        StoredEvent left = handover().leaveQueue(conversation, key, "Du är tillbaka.");

        assertThat(handover().leaveQueue(conversation, key, "Du är tillbaka.")).isEqualTo(left);
        assertThat(handover().standing(conversation)).isEqualTo(
                new Standing(conversation, ConversationState.WITH_ASSISTANT, null, null, 2, null));
        assertThat(ask(conversation, "Öppettider?").answer()).isEqualTo(1);
    }

    @Test
    default void aClaimIsWonLostOrLate() {
        ConversationId conversation = waitingIn("bygg");

        Claim won = handover().claim(conversation, ANNA, 1, "Anna hjälper dig.");

        assertThat(won).isEqualTo(new Claim.Won(new Standing(conversation, ConversationState.WITH_AGENT, ANNA,
                "bygg", 2, now())));
        assertThat(handover().claim(conversation, ANNA, 1, "Anna hjälper dig.")).isEqualTo(won);
        assertThat(handover().claim(conversation, BO, 1, "Bo hjälper dig."))
                .isEqualTo(new Claim.TakenBy(ANNA));
        assertThat(store().eventsAfter(conversation, 1)).singleElement()
                .extracting(StoredEvent::event).isEqualTo(new StateChanged(ConversationState.WAITING,
                        ConversationState.WITH_AGENT, StateChange.CLAIMED, "Anna", "Anna hjälper dig."));

        handover().requeue(conversation, key(), ANNA, "skola", null);
        assertThat(handover().claim(conversation, BO, 1, null))
                .isEqualTo(new Claim.Moved(handover().standing(conversation)));
        handover().leaveQueue(conversation, key(), null);
        assertThat(handover().claim(conversation, BO, 3, null))
                .isEqualTo(new Claim.NotWaiting(ConversationState.WITH_ASSISTANT));
    }

    @Test
    default void onlyTheOwnerHandsOnReturnsAndEnds() {
        ConversationId conversation = ownedBy(ANNA);
        for (Runnable attempt : List.<Runnable>of(
                () -> handover().transfer(conversation, key(), BO, ANNA, null),
                () -> handover().requeue(conversation, key(), BO, "skola", null),
                () -> handover().giveBack(conversation, key(), BO, null),
                () -> handover().resolve(conversation, key(), BO, "x", "y", null),
                () -> handover().postAsAgent(conversation, key(), BO, text("Hej"), List.of()))) {
            assertThatThrownBy(attempt::run).isInstanceOfSatisfying(NotTheOwner.class,
                    refusal -> assertThat(refusal.owner()).contains(ANNA));
        }
        assertThat(store().eventsAfter(conversation, 2)).isEmpty();
        assertThatThrownBy(
                () -> handover().postAsAgent(waitingIn("bygg"), key(), BO, text("Hej"), List.of()))
                .isInstanceOfSatisfying(NotTheOwner.class,
                        refusal -> assertThat(refusal.owner()).isEmpty());

        handover().transfer(conversation, key(), ANNA, BO, "Bo tar över.");
        assertThat(handover().ownedBy("a1")).isEmpty();
        assertThat(handover().ownedBy("b2")).extracting(Standing::conversation).containsExactly(conversation);
        handover().giveBack(conversation, key(), BO, null);
        assertThat(handover().standing(conversation).state()).isEqualTo(ConversationState.WITH_ASSISTANT);
    }

    @Test
    default void aCaseThatReturnsToAQueueKeepsItsPlace() {
        Instant since = now();
        ConversationId vanished = ownedBy(ANNA);
        ConversationId requeued = ownedBy(ANNA);
        record().clock.advance(Duration.ofMinutes(5));
        ConversationId later = waitingIn("bygg");
        handover().requeue(requeued, key(), ANNA, "bygg", null);

        assertThat(handover().vanish("a1", gone -> "Vi söker en annan.")).containsExactly(vanished);
        assertThat(handover().vanish("a1", gone -> "Vi söker en annan.")).isEmpty();

        assertThat(handover().standing(vanished)).isEqualTo(
                new Standing(vanished, ConversationState.WAITING, null, "bygg", 3, since));
        List<WaitingCase> waiting = handover().waiting(Set.of("bygg"));
        assertThat(waiting).extracting(WaitingCase::position).containsExactly(1, 2, 3);
        assertThat(waiting.subList(0, 2)).extracting(each -> each.standing().conversation())
                .containsExactlyInAnyOrder(vanished, requeued);
        assertThat(waiting.getLast().standing().conversation()).isEqualTo(later);
    }

    @Test
    default void placesAreCountedInTheirOwnQueue() {
        ConversationId first = waitingIn("bygg");
        record().clock.advance(Duration.ofSeconds(1));
        ConversationId other = waitingIn("skola");
        record().clock.advance(Duration.ofSeconds(1));
        ConversationId second = waitingIn("bygg");
        ownedBy(ANNA);

        assertThat(handover().waiting(Set.of())).containsExactly(
                new WaitingCase(handover().standing(first), 1),
                new WaitingCase(handover().standing(other), 1),
                new WaitingCase(handover().standing(second), 2));
        assertThat(handover().waiting(Set.of("skola", "vatten"))).extracting(each -> each.standing().queue())
                .containsExactly("skola");
    }

    @Test
    default void aLateTimerDoesNothing() {
        ConversationId conversation = waitingIn("bygg");
        assertThat(handover().timeOut(conversation, 1, "Ingen hann.")).isTrue();
        assertThat(handover().timeOut(conversation, 1, "Ingen hann.")).isFalse();
        request(conversation, "bygg");
        assertThat(handover().timeOut(conversation, 1, "Ingen hann.")).isFalse();
        assertThat(handover().deskClosed(conversation, 3, "Vi har stängt.")).isTrue();
        assertThat(store().eventsAfter(conversation, 0))
                .extracting(event -> ((StateChanged) event.event()).change())
                .containsExactly(StateChange.REQUESTED, StateChange.TIMED_OUT, StateChange.REQUESTED,
                        StateChange.DESK_CLOSED);
    }

    @Test
    default void endedCasesAreSummedUpAndCanBeOpenedAgain() {
        ConversationId conversation = closed();
        assertThat(handover().wrapUps(conversation))
                .containsExactly(new WrapUp(3, ANNA, "answered", "bygglov", now()));
        assertThat(handover().standing(conversation)).isEqualTo(
                new Standing(conversation, ConversationState.CLOSED, null, "bygg", 3, null));

        handover().takeUp(conversation, key(), BO, null);
        assertThat(handover().standing(conversation).agent()).isEqualTo(BO);
        record().clock.advance(Duration.ofMinutes(1));
        assertThat(handover().vanish("b2", gone -> null)).containsExactly(conversation);
        assertThat(handover().standing(conversation).waitingSince()).isEqualTo(now());

        ConversationId reopened = closed();
        handover().reopen(reopened, key(), "Du står i kö igen.");
        assertThat(handover().standing(reopened)).isEqualTo(
                new Standing(reopened, ConversationState.WAITING, null, "bygg", 4, now()));
    }

    @Test
    default void aConversationThatWasInASecretQueueIsReservedForItUntilAnAgentMovesIt() {
        ConversationId conversation = waitingIn("hemlig");
        assertThat(handover().standing(conversation).reserved()).isEqualTo("hemlig");
        claim(conversation, ANNA);
        handover().giveBack(conversation, key(), ANNA, null);
        assertThat(handover().standing(conversation).reserved()).isEqualTo("hemlig");
        assertThat(handover().lastQueue(conversation)).contains("hemlig");
        request(conversation, "bygg");
        assertThat(handover().standing(conversation).queue()).isEqualTo("hemlig");
        claim(conversation, ANNA);
        handover().requeue(conversation, key(), ANNA, "hemligare", null);
        assertThat(handover().standing(conversation).reserved()).isEqualTo("hemligare");
        claim(conversation, ANNA);
        handover().requeue(conversation, key(), ANNA, "bygg", null);
        assertThat(handover().standing(conversation).reserved()).isNull();
        claim(conversation, ANNA);
        handover().requeue(conversation, key(), ANNA, "hemlig", null);
        assertThat(handover().standing(conversation).reserved()).isEqualTo("hemlig");
    }

    @Test
    default void nobodyComesUncalledToACitizenWhoWasPromisedNothing() {
        ConversationId conversation = startAnswered();
        assertThatThrownBy(() -> followUp(conversation, key(), ANNA)).isInstanceOf(ChangeNotPossible.class);
        record().attachments.write(conversation, held -> {
            held.hold("legal");
            return true;
        });
        assertThatThrownBy(() -> followUp(conversation, key(), ANNA)).isInstanceOf(ChangeNotPossible.class);
        assertThat(handover().standing(conversation).state()).isEqualTo(ConversationState.WITH_ASSISTANT);

        promise(conversation);
        IdempotencyKey key = key();
        StoredEvent event = followUp(conversation, key, ANNA);
        assertThat(handover().standing(conversation)).isEqualTo(
                new Standing(conversation, ConversationState.WITH_AGENT, ANNA, "bygg", 1, null));
        assertThat(((StateChanged) event.event()).text()).isEqualTo("Som vi lovade.");
        assertThat(followUp(conversation, key, ANNA)).isEqualTo(event);
        assertThatThrownBy(() -> followUp(conversation, key(), BO)).isInstanceOf(ChangeNotPossible.class);
        handover().postAsAgent(conversation, key(), ANNA, text("Hej"), List.of());
    }

    @Test
    default void aCaseThatWaitsOrIsOverIsNotFollowedUp() {
        for (ConversationId conversation : List.of(waitingIn("bygg"), ownedBy(BO), closed())) {
            promise(conversation);
            assertThatThrownBy(() -> followUp(conversation, key(), ANNA))
                    .isInstanceOf(ChangeNotPossible.class);
        }
        ConversationId asking = start();
        promise(asking);
        ask(asking, "Öppettider?");
        assertThatThrownBy(() -> followUp(asking, key(), ANNA)).isInstanceOf(QuestionStillOpen.class);
    }

    private StoredEvent followUp(ConversationId conversation, IdempotencyKey key, Agent agent) {
        return handover().followUp(conversation, key, agent, "bygg", "promise", "Som vi lovade.");
    }

    private void promise(ConversationId conversation) {
        record().attachments.write(conversation, held -> {
            held.hold("promise");
            return true;
        });
    }
}
