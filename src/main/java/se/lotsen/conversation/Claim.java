package se.lotsen.conversation;

/** What became of an agent's attempt to take a waiting case. */
public sealed interface Claim {

    /** The case is the agent's, by this attempt or by the same one before. */
    record Won(Standing standing) implements Claim {
    }

    /** Somebody was faster. */
    record TakenBy(Agent agent) implements Claim {
    }

    /** The agent has as many cases as they take already. */
    record Full(int capacity) implements Claim {
    }

    /** Nobody has the case, and it waits no longer. */
    record NotWaiting(ConversationState state) implements Claim {
    }

    /** It waits, but has moved since the agent saw it: look again. */
    record Moved(Standing standing) implements Claim {
    }
}
