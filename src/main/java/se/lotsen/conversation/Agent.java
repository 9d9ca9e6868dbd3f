package se.lotsen.conversation;

/**
 * A person of the contact centre. Two are the same when their accounts are.
 *
 * @param account the account's id; never shown to a citizen
 * @param name as citizens see it
 * @param capacity how many cases they may be given at the same time, at least 1; {@link Integer#MAX_VALUE} for any number
 */
public record Agent(String account, String name, int capacity) {

    /** Refuses a capacity of none: whoever takes cases takes one. */
    public Agent {
        if (capacity < 1) {
            throw new IllegalArgumentException("An agent takes at least one case");
        }
    }

    /** Somebody of whom nothing but the name matters, such as the author of what is stored. */
    public Agent(String account, String name) {
        this(account, name, Integer.MAX_VALUE);
    }

    boolean isLimited() {
        return capacity < Integer.MAX_VALUE;
    }

    /** As the record keeps them. */
    Agent stored() {
        return new Agent(account, name);
    }

    boolean is(Agent other) {
        return account.equals(other.account);
    }
}
