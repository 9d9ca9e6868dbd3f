package se.lotsen.audit;

/**
 * Who did something.
 *
 * @param account the account's id; empty for what the service does by itself
 * @param name as colleagues know it, or what of the service it was
 */
public record Actor(String account, String name) {

    /** The service itself, such as an import that goes on after a restart. */
    public static Actor machine(String name) {
        return new Actor("", name);
    }

    /** Whether it is the service itself. */
    public boolean isMachine() {
        return account.isEmpty();
    }
}
