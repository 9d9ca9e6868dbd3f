package se.lotsen.records;

import java.util.Set;
import se.lotsen.audit.Actor;
import se.lotsen.conversation.Agent;

/**
 * A records officer, as the account says now.
 *
 * @param queues that the account lists: of secret queues, the officer sees these alone
 */
record Officer(Actor actor, Set<String> queues) {

    /** As the record knows who did something. */
    Agent agent() {
        return new Agent(actor.account(), actor.name());
    }
}
