package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.key;
import static se.lotsen.conversation.RecordContract.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** How far citizen and agent have come in a case. */
interface CaseMarksContract extends CaseContract {

    default CaseMarks marks() {
        return record().marks;
    }

    default StoredEvent citizenWrites(ConversationId conversation, String words) {
        return handover().postAsCitizen(conversation, key(), text(words), null);
    }

    default StoredEvent agentWrites(ConversationId conversation, String words) {
        return handover().postAsAgent(conversation, key(), ANNA, text(words), List.of());
    }

    @Test
    default void anAgentIsToldHowManyMessagesOfEachOwnCaseAreNew() {
        ConversationId one = ownedBy(ANNA);
        ConversationId two = ownedBy(ANNA);
        ConversationId bos = ownedBy(BO);
        citizenWrites(one, "Hej");
        citizenWrites(one, "Är du \"author\":\"agent\" där?");
        agentWrites(one, "Ja, jag är \"author\":\"citizen\".");
        citizenWrites(bos, "Hallå");

        assertThat(marks().unread(ANNA.account())).isEqualTo(Map.of(one, 2));
        marks().read(one, ANNA.account(), 3);
        assertThat(marks().unread(ANNA.account())).isEqualTo(Map.of(one, 1));
        marks().read(one, ANNA.account(), 5);
        marks().read(one, ANNA.account(), 4);
        assertThat(marks().unread(ANNA.account())).isEmpty();
        citizenWrites(two, "Nytt");
        citizenWrites(one, "Nytt");
        assertThat(marks().unread(ANNA.account())).isEqualTo(Map.of(one, 1, two, 1));
        assertThat(marks().unread(BO.account())).isEqualTo(Map.of(bos, 1));
    }

    @Test
    default void whatOneAgentHasReadIsNewToTheNext() {
        ConversationId conversation = ownedBy(ANNA);
        citizenWrites(conversation, "Hej");
        marks().read(conversation, ANNA.account(), 3);
        handover().transfer(conversation, key(), ANNA, BO, null);
        assertThat(marks().unread(ANNA.account())).isEmpty();
        assertThat(marks().unread(BO.account())).isEqualTo(Map.of(conversation, 1));
    }

    @Test
    default void manyPagesOfOneAgentAtOnceKeepTheHighest() throws Exception {
        ConversationId conversation = ownedBy(ANNA);
        long last = citizenWrites(conversation, "Hej").id();
        AtOnce.run(WRITERS, () -> {
            marks().read(conversation, ANNA.account(), last);
            marks().read(conversation, ANNA.account(), 1);
            return true;
        });
        assertThat(count("case_reading")).isEqualTo(1);
        assertThat(marks().unread(ANNA.account())).isEmpty();
    }

    @Test
    default void whatTheCitizensSideWasGivenGrowsWithAgentsMessagesAlone() {
        ConversationId conversation = ownedBy(ANNA);
        citizenWrites(conversation, "Hej");
        List<String> told = new CopyOnWriteArrayList<>();
        Disposable desk = record().desks.of("bygg").skip(1).subscribe(told::add);
        marks().shown(conversation, 3);
        assertThat(marks().shownTo(conversation)).isZero();
        assertThat(told).isEmpty();

        long first = agentWrites(conversation, "Hej!").id();
        long second = agentWrites(conversation, "En sak till.").id();
        told.clear();
        marks().shown(conversation, first);
        assertThat(marks().shownTo(conversation)).isEqualTo(first);
        marks().shown(conversation, Long.MAX_VALUE);
        assertThat(marks().shownTo(conversation)).as("no further than what there is").isEqualTo(second);
        marks().shown(conversation, first);
        marks().shown(conversation, second);
        assertThat(marks().shownTo(conversation)).isEqualTo(second);
        assertThat(told).hasSize(2);
        desk.dispose();
    }

    @Test
    default void whatTheAssistantSaysIsNotWrittenDownAsGiven() {
        ConversationId conversation = startAnswered();
        marks().shown(conversation, 2);
        marks().shown(NOBODYS, 2);
        assertThat(marks().shownTo(conversation)).isZero();
    }
}
