package se.lotsen.desk;

import se.lotsen.conversation.Agent;
import se.lotsen.conversation.SecretQueues;
import se.lotsen.conversation.Standing;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;

import java.util.Set;

/**
 * Somebody at the desk, as the account says now.
 *
 * @param secret which queues are only for those who list them
 */
record Colleague(StaffAccount account, SecretQueues secret) {

    /** As the record knows them. */
    Agent agent() {
        return new Agent(id(), account.displayName(), capacity());
    }

    /** Cases at the same time. A capacity of none is for supervisors to mean; whoever is at the desk takes one. */
    int capacity() {
        return Math.max(1, account.capacity());
    }

    /** As presence knows them. */
    DeskAgent atDesk() {
        return new DeskAgent(id(), account.displayName(), narrowedTo(), Set.copyOf(account.languages()),
                capacity(), Set.copyOf(account.queues()));
    }

    String id() {
        return account.id().toString();
    }

    /** Whether they take cases; a supervisor who is no agent reads and notes only. */
    boolean takesCases() {
        return account.roles().contains(StaffRole.AGENT);
    }

    /** The queues that they work with; empty for all. What is secret among all is only theirs if they list it. */
    Set<String> narrowedTo() {
        return account.roles().contains(StaffRole.SUPERVISOR) ? Set.of() : Set.copyOf(account.queues());
    }

    /** Whether cases of the queue are for their eyes. A role opens no secret queue, only the account's own list does. */
    boolean sees(String queue) {
        return secret.isSecret(queue)
                ? account.queues().contains(queue)
                : narrowedTo().isEmpty() || narrowedTo().contains(queue);
    }

    /** Whether nothing that is secret about the case keeps it from them. */
    boolean isAllowed(Standing standing) {
        String reserved = standing.reserved();
        String queue = standing.queue();
        return (reserved == null || account.queues().contains(reserved))
                && (queue == null || !secret.isSecret(queue) || sees(queue));
    }
}
