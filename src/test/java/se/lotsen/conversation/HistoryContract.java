package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.CaseHistory.Ended;
import se.lotsen.conversation.CaseHistory.Move;

/** What the log tells of handovers afterwards. */
interface HistoryContract extends CaseContract {

    private CaseHistory history() {
        return new CaseHistory(record().database, record().rowLocks);
    }

    @Test
    default void everyChangeIsToldWithItsTimeAndTheQueueItHappenedIn() {
        Instant begun = now();
        ConversationId conversation = waitingIn("bygg");
        tick();
        claim(conversation, ANNA);
        tick();
        handover().requeue(conversation, key(), ANNA, "avfall", null);
        tick();
        claim(conversation, BO);
        handover().resolve(conversation, key(), BO, "solved", "complaint", null);
        ConversationId returned = ownedBy(ANNA);
        handover().giveBack(returned, key(), ANNA, null);
        Instant end = now().plusSeconds(1);

        assertThat(history().moves(begun, end)).filteredOn(move -> move.conversation().equals(conversation))
                .containsExactly(move(conversation, begun, 0, StateChange.REQUESTED, "bygg"),
                        move(conversation, begun, 10, StateChange.CLAIMED, "bygg"),
                        move(conversation, begun, 20, StateChange.REQUEUED, "avfall"),
                        move(conversation, begun, 30, StateChange.CLAIMED, "avfall"),
                        move(conversation, begun, 30, StateChange.RESOLVED, "avfall"));
        assertThat(history().moves(begun, end)).filteredOn(move -> move.change() == StateChange.RETURNED)
                .extracting(Move::queue).containsExactly("bygg");
        assertThat(history().ended(begun, end)).containsExactly(
                new Ended(begun.plusSeconds(30), "avfall", "solved", "complaint"));
    }

    @Test
    default void aTimeBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        Instant at = now();
        waitingIn("bygg");
        assertThat(history().moves(at, at)).isEmpty();
        assertThat(history().moves(at, at.plusNanos(1_000))).hasSize(1);
        assertThat(history().moves(at.plusNanos(1_000), at.plusSeconds(60))).isEmpty();
        assertThat(history().moves(at.minusSeconds(60), at)).isEmpty();
    }

    @Test
    default void theCaseloadIsWhatAgentsHaveNow() {
        ownedBy(ANNA);
        ownedBy(ANNA);
        ownedBy(BO);
        handover().resolve(ownedBy(BO), key(), BO, "solved", "complaint", null);
        waitingIn("bygg");
        assertThat(history().caseload()).isEqualTo(Map.of(ANNA.account(), 2, BO.account(), 1));
    }

    @Test
    default void aCallIsToldFromAChatWithinItsTime() {
        Instant at = now();
        ConversationId chat = start();
        ConversationId call = record().calls.start(key(), ANNA).conversation();
        assertThat(history().channels(at, at.plusSeconds(1)))
                .isEqualTo(Map.of(chat, ContactChannel.CHAT, call, ContactChannel.PHONE));
        assertThat(history().channels(at.plusSeconds(1), at.plusSeconds(60))).isEmpty();
        assertThat(history().channels(at.minusSeconds(60), at)).isEmpty();
    }

    private static Move move(ConversationId conversation, Instant begun, int later, StateChange change,
            String queue) {
        return new Move(conversation, begun.plusSeconds(later), change, queue);
    }

    private void tick() {
        record().clock.advance(Duration.ofSeconds(10));
    }
}
