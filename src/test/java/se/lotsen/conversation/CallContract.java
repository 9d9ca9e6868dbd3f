package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordContract.completed;
import static se.lotsen.conversation.RecordContract.key;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.NotTheOwner;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;

/** A call: an agent asks for the caller. */
interface CallContract extends CaseContract {

    default CallStore calls() {
        return record().calls;
    }

    @Test
    default void aCallIsBegunOnceUnderItsKeyAndIsItsAgents() {
        IdempotencyKey key = key();
        Call call = calls().start(key, ANNA);

        assertThat(calls().start(key, ANNA)).isEqualTo(call);
        assertThat(calls().start(key, BO).conversation()).isNotEqualTo(call.conversation());
        assertThat(call)
                .isEqualTo(new Call(call.conversation(), ANNA, now(), ConversationState.WITH_ASSISTANT));
        assertThat(calls().openCallsOf(ANNA.account())).containsExactly(call);
        assertThat(calls().call(start())).as("a chat is no call").isEmpty();
    }

    @Test
    default void noTokenOpensACall() {
        Call call = calls().start(key(), ANNA);
        for (String token : List.of("", "null", call.conversation().toString())) {
            assertThat(store().open(call.conversation(), token)).isEmpty();
        }
        assertThat(count("conversation_start")).isZero();
    }

    @Test
    default void itsAgentEndsACallOnceWithAWrapUp() {
        ConversationId call = calls().start(key(), ANNA).conversation();
        StoredEvent question = ask(call, "Öppettider?").event();
        assertThatThrownBy(() -> calls().end(call, key(), ANNA, "solved", "other"))
                .isInstanceOf(QuestionStillOpen.class);
        store().answer(question, List.of(SENTENCE, completed(1)));
        assertThatThrownBy(() -> calls().end(call, key(), BO, "solved", "other"))
                .isInstanceOf(NotTheOwner.class);

        IdempotencyKey key = key();
        StoredEvent ended = calls().end(call, key, ANNA, "solved", "other");

        assertThat(calls().end(call, key, ANNA, "solved", "other")).isEqualTo(ended);
        assertThat(ended.event()).isEqualTo(new StateChanged(ConversationState.WITH_ASSISTANT,
                ConversationState.CLOSED, StateChange.CALL_ENDED, null, null));
        assertThat(handover().wrapUps(call)).containsExactly(new WrapUp(4, ANNA, "solved", "other", now()));
        assertThat(calls().openCallsOf(ANNA.account())).isEmpty();
        assertThatThrownBy(() -> calls().end(call, key(), ANNA, "solved", "other"))
                .isInstanceOf(ChangeNotPossible.class);
    }

    @Test
    default void aChatDoesNotEndAsACallNorACallAsAChat() {
        ConversationId chat = startAnswered();
        assertThatThrownBy(() -> calls().end(chat, key(), ANNA, "solved", "other"))
                .isInstanceOf(ChangeNotPossible.class);
        ConversationId call = calls().start(key(), ANNA).conversation();
        assertThatThrownBy(() -> request(call, "bygg")).isInstanceOf(ChangeNotPossible.class);
        calls().end(call, key(), ANNA, "solved", "other");
        assertThatThrownBy(() -> handover().takeUp(call, key(), ANNA, null))
                .isInstanceOf(ChangeNotPossible.class);
    }

    @Test
    default void callsSayNothingOfHowLongCasesTake() {
        HandlingTimes times = new HandlingTimes(record().database, record().rowLocks);
        ConversationId one = ownedBy(ANNA);
        record().clock.advance(Duration.ofMinutes(6));
        handover().resolve(one, key(), ANNA, "solved", "other", null);
        for (int i = 0; i < 3; i++) {
            calls().end(calls().start(key(), ANNA).conversation(), key(), ANNA, "solved", "other");
        }
        assertThat(times.meanOfLast(2)).contains(Duration.ofMinutes(6));
    }

    @Test
    default void anOldCallIsDisposedOf() {
        ConversationId call = calls().start(key(), ANNA).conversation();
        record().clock.advance(OpenRecord.RETENTION);
        record().disposal.disposeDue();
        assertThat(calls().call(call)).isEmpty();
        assertThat(record().disposal.tombstone(call)).isPresent();
    }
}
