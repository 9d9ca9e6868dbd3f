package se.lotsen.conversation;

/**
 * A person of the contact centre. Two are the same when their accounts are.
 *
 * @param account the account's id; never shown to a citizen
 * @param name as citizens see it
 */
public record Agent(String account, String name) {
    boolean is(Agent other) {
        return account.equals(other.account);
    }
}
