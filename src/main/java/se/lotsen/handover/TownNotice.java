package se.lotsen.handover;

/**
 * What the municipality tells everybody who comes, such as that the water must be boiled.
 *
 * @param language of the text, two letters
 */
public record TownNotice(String text, String language, Level level) {

    /** How urgent it is. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** To be acted upon. */
        WARNING
    }
}
