package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.StateChange.CLAIMED;
import static se.lotsen.conversation.StateChange.DESK_CLOSED;
import static se.lotsen.conversation.StateChange.LEFT_QUEUE;
import static se.lotsen.conversation.StateChange.REOPENED;
import static se.lotsen.conversation.StateChange.REQUESTED;
import static se.lotsen.conversation.StateChange.REQUEUED;
import static se.lotsen.conversation.StateChange.RESOLVED;
import static se.lotsen.conversation.StateChange.TIMED_OUT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.CaseHistory.Move;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.StateChange;
import se.lotsen.handover.OpenTimes.Opening;

/** The numbers of handovers, each reckoned by hand beside it. */
class HandoversTests {
    private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final List<Opening> ALWAYS = List.of(new Opening(NINE.minusSeconds(86_400), NOON));
    private final List<Move> moves = new ArrayList<>();
    private long next;

    private ConversationId one() {
        return new ConversationId(new UUID(1, ++next));
    }

    private void move(ConversationId who, int second, StateChange change, String queue) {
        moves.add(new Move(who, NINE.plusSeconds(second), change, queue));
    }

    private void waited(String queue, int from, int to, StateChange end) {
        ConversationId who = one();
        move(who, from, REQUESTED, queue);
        move(who, to, end, queue);
    }

    private HandoverFigures figures(Instant from, String queue) {
        return new Handovers(moves, any -> ALWAYS, Duration.ofSeconds(60), NOON).since(from, queue::equals);
    }

    @Test
    void shareMeanAndNinthOfTenAreThoseOfTheAccepted() {
        for (int wait : List.of(10, 20, 30, 40, 50, 60, 61, 90, 120, 300)) {
            waited("bygg", 0, wait, CLAIMED);
        }
        waited("bygg", 0, 15, LEFT_QUEUE);
        waited("bygg", 0, 1200, TIMED_OUT);
        waited("bygg", 0, 600, DESK_CLOSED);
        waited("avfall", 0, 5, CLAIMED);
        // 13 asked, 6 of them were taken within 60 s: 46 %. 781 s of 10 waits. The ninth of ten, in order, is 120 s.
        assertThat(figures(NINE, "bygg")).isEqualTo(new HandoverFigures(13, 6, 10, 78L, 120L, 1, 1, 1));
        assertThat(figures(NINE, "bygg").level()).isEqualTo(46);
        assertThat(figures(NINE, "avfall")).isEqualTo(new HandoverFigures(1, 1, 1, 5L, 5L, 0, 0, 0));
    }

    @Test
    void whereNothingWasOfferedNothingIsClaimed() {
        assertThat(figures(NINE, "bygg")).isEqualTo(new HandoverFigures(0, 0, 0, null, null, 0, 0, 0));
        assertThat(figures(NINE, "bygg").level()).isNull();
        assertThat(figures(NINE, "bygg").isEmpty()).isTrue();
    }

    @Test
    void whoeverWaitsCountsOnlyWhenTheTimeIsUp() {
        move(one(), 10_740, REQUESTED, "bygg");
        assertThat(figures(NINE, "bygg").offered()).as("60 s before noon").isZero();
        move(one(), 10_739, REQUESTED, "bygg");
        assertThat(figures(NINE, "bygg")).isEqualTo(new HandoverFigures(1, 0, 0, null, null, 0, 0, 0));
    }

    @Test
    void whatAgentsDoAmongThemselvesIsNoNewHandoverButAComebackIs() {
        ConversationId who = one();
        move(who, 0, REQUESTED, "bygg");
        move(who, 30, CLAIMED, "bygg");
        move(who, 100, REQUEUED, "avfall");
        move(who, 900, CLAIMED, "avfall");
        move(who, 950, RESOLVED, "avfall");
        move(who, 1000, REOPENED, "avfall");
        move(who, 1010, CLAIMED, "avfall");
        assertThat(figures(NINE, "bygg")).isEqualTo(new HandoverFigures(1, 1, 1, 30L, 30L, 0, 0, 0));
        assertThat(figures(NINE, "avfall")).isEqualTo(new HandoverFigures(1, 1, 1, 10L, 10L, 0, 0, 0));
    }

    @Test
    void aWaitThatAnAgentBeganIsCountedWhenNobodyCame() {
        ConversationId who = one();
        move(who, 0, REQUESTED, "bygg");
        move(who, 30, CLAIMED, "bygg");
        move(who, 100, REQUEUED, "avfall");
        move(who, 1300, TIMED_OUT, "avfall");
        assertThat(figures(NINE, "avfall")).isEqualTo(new HandoverFigures(0, 0, 0, null, null, 1, 0, 0));
    }

    @Test
    void onlyOpenTimeIsWaitingTime() {
        waited("bygg", -3600, 45, CLAIMED);
        HandoverFigures figures = new Handovers(moves, any -> List.of(new Opening(NINE.minusSeconds(3610),
                NINE.minusSeconds(3595)), new Opening(NINE, NOON)), Duration.ofSeconds(60), NOON)
                .since(NINE.minusSeconds(7200), "bygg"::equals);
        assertThat(figures).as("5 s before the gap and 45 s after it")
                .isEqualTo(new HandoverFigures(1, 1, 1, 50L, 50L, 0, 0, 0));
    }

    @Test
    void aTimeHasTheHandoversThatBeganInIt() {
        waited("bygg", -1, 20, CLAIMED);
        waited("bygg", 0, 20, CLAIMED);
        ConversationId who = one();
        move(who, -100, REQUESTED, "bygg");
        move(who, 5, LEFT_QUEUE, "bygg");
        assertThat(figures(NINE, "bygg")).isEqualTo(new HandoverFigures(1, 1, 1, 20L, 20L, 0, 1, 0));
    }
}
