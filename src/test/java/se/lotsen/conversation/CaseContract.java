package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.key;

import java.time.Instant;

/** Short ways to the cases that the contracts of a person's part begin with. */
interface CaseContract extends RecordContract {

    Agent ANNA = new Agent("a1", "Anna");
    Agent BO = new Agent("b2", "Bo");

    default HandoverStore handover() {
        return record().handover;
    }

    default StoredEvent request(ConversationId conversation, String queue) {
        return handover().request(conversation, key(), queue, "{\"summary\":\"å\"}", "Du står i kö.");
    }

    default ConversationId waitingIn(String queue) {
        ConversationId conversation = start();
        request(conversation, queue);
        return conversation;
    }

    default ConversationId ownedBy(Agent agent) {
        ConversationId conversation = waitingIn("bygg");
        assertThat(claim(conversation, agent)).isInstanceOf(Claim.Won.class);
        return conversation;
    }

    default Claim claim(ConversationId conversation, Agent agent) {
        return handover().claim(conversation, agent, handover().standing(conversation).version(), "Hej.");
    }

    default ConversationId closed() {
        ConversationId conversation = ownedBy(ANNA);
        handover().resolve(conversation, key(), ANNA, "answered", "bygglov", "Klart.");
        return conversation;
    }

    default Instant now() {
        return EventLog.storable(record().clock.instant());
    }
}
