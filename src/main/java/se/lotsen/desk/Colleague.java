package se.lotsen.desk;

import se.lotsen.conversation.Agent;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffRole;

import java.util.Set;

/** Somebody at the desk, as the account says now. */
record Colleague(StaffAccount account) {

    /** As the record knows them. */
    Agent agent() {
        return new Agent(id(), account.displayName());
    }

    /** As presence knows them. A capacity of none is for supervisors to mean; whoever is at the desk takes one. */
    DeskAgent atDesk() {
        return new DeskAgent(id(), account.displayName(), queues(), Set.copyOf(account.languages()),
                Math.max(1, account.capacity()));
    }

    String id() {
        return account.id().toString();
    }

    /** Whether they take cases; a supervisor who is no agent reads and notes only. */
    boolean takesCases() {
        return account.roles().contains(StaffRole.AGENT);
    }

    /** The queues whose cases they may see; empty for all. */
    Set<String> queues() {
        return account.roles().contains(StaffRole.SUPERVISOR) ? Set.of() : Set.copyOf(account.queues());
    }

    boolean sees(String queue) {
        return queues().isEmpty() || queues().contains(queue);
    }
}
