package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.ConversationEvent.StateChanged;

/** How agents take cases at the same moment; {@code -Dlotsen.claims=10000} for more races. */
interface ClaimContract extends CaseContract {
    int CLAIMS = Integer.getInteger("lotsen.claims", 200);
    int AGENTS = 4;

    /** The handover store of another process, where the database can be shared. */
    default HandoverStore elsewhere() {
        return handover();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    default void ofAgentsWhoClaimAtOnceOneWinsAndTheOthersAreToldWho() throws Exception {
        for (int race = 1; race <= CLAIMS; race++) {
            ConversationId conversation = waitingIn("bygg");
            AtomicInteger turn = new AtomicInteger();

            List<Object> results = AtOnce.run(AGENTS, () -> {
                int number = turn.incrementAndGet();
                HandoverStore store = number % 2 == 0 ? handover() : elsewhere();
                return store.claim(conversation, new Agent("a" + number, "Agent " + number), 1, "Hej.");
            });

            List<Agent> winners = results.stream().filter(Claim.Won.class::isInstance)
                    .map(won -> ((Claim.Won) won).standing().agent()).toList();
            assertThat(winners).as("race %d", race).hasSize(1);
            Agent winner = winners.getFirst();
            assertThat(results).as("race %d", race).filteredOn(new Claim.TakenBy(winner)::equals)
                    .hasSize(AGENTS - 1);
            assertThat(store().eventsAfter(conversation, 1)).as("race %d", race).singleElement()
                    .extracting(event -> ((StateChanged) event.event()).agent()).isEqualTo(winner.name());
            assertThat(handover().standing(conversation).agent()).isEqualTo(winner);
            dispose(conversation);
        }
    }

    @Test
    default void aClaimAndALeavingCitizenAtOnceHaveOneOrder() throws Exception {
        for (int race = 1; race <= 50; race++) {
            ConversationId conversation = waitingIn("bygg");
            AtomicInteger turn = new AtomicInteger();

            List<Object> results = AtOnce.run(2, () -> turn.incrementAndGet() == 1
                    ? handover().claim(conversation, ANNA, 1, null)
                    : elsewhere().leaveQueue(conversation, RecordContract.key(), null));

            assertThat(store().eventsAfter(conversation, 1)).as("race %d: %s", race, results).hasSize(1);
            assertThat(handover().standing(conversation).state()).isIn(ConversationState.WITH_AGENT,
                    ConversationState.WITH_ASSISTANT);
        }
    }

    @Test
    default void anAgentAndACitizenWhoWriteAtOnceHaveOneOrderAndBothAreHeard() throws Exception {
        for (int race = 1; race <= 50; race++) {
            ConversationId conversation = ownedBy(ANNA);
            long before = store().eventsAfter(conversation, 0).size();
            AtomicInteger turn = new AtomicInteger();

            List<Object> results = AtOnce.run(2, () -> turn.incrementAndGet() == 1
                    ? handover().postAsCitizen(conversation, RecordContract.key(),
                            RecordContract.text("Hallå?"), null)
                    : elsewhere().postAsAgent(conversation, RecordContract.key(), ANNA,
                            RecordContract.text("Hej!"),
                            List.of()));

            assertThat(store().eventsAfter(conversation, before)).as("race %d", race)
                    .containsExactlyInAnyOrderElementsOf(
                            results.stream().map(StoredEvent.class::cast).toList())
                    .extracting(StoredEvent::id).containsExactly(before + 1, before + 2);
            dispose(conversation);
        }
    }

    @Test
    default void oneRequestSentManyTimesAtOnceIsOneRequest() throws Exception {
        ConversationId conversation = start();
        IdempotencyKey key = RecordContract.key();

        List<Object> results = AtOnce.run(WRITERS,
                () -> handover().request(conversation, key, "bygg", "{}", null));

        assertThat(Set.copyOf(results)).containsExactlyElementsOf(store().eventsAfter(conversation, 0));
        assertThat(count("handover_packet")).isEqualTo(1);
    }

    @Test
    default void anAgentWhoTakesManyAtOnceGetsNoMoreThanTheyTake() throws Exception {
        for (int race = 1; race <= 25; race++) {
            Agent busy = new Agent("busy" + race, "Bea", 3);
            List<ConversationId> waiting = Stream.generate(() -> waitingIn("bygg")).limit(5).toList();
            ConversationId closed = closed();
            ConversationId ofAnna = ownedBy(ANNA);
            AtomicInteger turn = new AtomicInteger();

            List<Object> results = AtOnce.run(7, () -> {
                int number = turn.getAndIncrement();
                HandoverStore store = number % 2 == 0 ? handover() : elsewhere();
                return switch (number) {
                    case 5 -> store.takeUp(closed, RecordContract.key(), busy, null);
                    case 6 -> store.transfer(ofAnna, RecordContract.key(), ANNA, busy, null);
                    default -> store.claim(waiting.get(number), busy, 1, null);
                };
            });

            assertThat(results).as("race %d", race).filteredOn(result -> result instanceof StoredEvent
                    || result instanceof Claim.Won).hasSize(3);
            assertThat(results).as("race %d", race).filteredOn(result -> result.equals(new Claim.Full(3))
                    || result instanceof ConversationRefusal.AgentFull).hasSize(4);
            assertThat(handover().ownedBy(busy.account())).hasSize(3);
        }
    }

    @Test
    default void whoeverIsFullKeepsWhatTheyHaveAndTakesAgainWhenOneIsEnded() {
        Agent bea = new Agent("bea", "Bea", 1);
        ConversationId first = waitingIn("bygg");
        ConversationId second = waitingIn("bygg");
        assertThat(claim(first, bea)).isInstanceOf(Claim.Won.class);
        assertThat(claim(first, bea)).as("a repeat").isInstanceOf(Claim.Won.class);
        assertThat(claim(second, bea)).isEqualTo(new Claim.Full(1));
        assertThat(handover().standing(second).state()).isEqualTo(ConversationState.WAITING);
        handover().resolve(first, RecordContract.key(), bea, "answered", "bygglov", null);
        assertThat(claim(second, bea)).isInstanceOf(Claim.Won.class);
        IdempotencyKey key = RecordContract.key();
        handover().giveBack(second, RecordContract.key(), bea, null);
        StoredEvent taken = handover().takeUp(first, key, bea, null);
        assertThat(handover().takeUp(first, key, bea, null)).as("a repeat").isEqualTo(taken);
    }

    private void dispose(ConversationId conversation) {
        record().database.sql("delete from conversation where id = :id").param("id", conversation.value())
                .update();
    }
}
