package se.lotsen.knowledge;

/**
 * The pages that are served have changed. Listeners compare digests with what they hold, so a repeat does no harm.
 *
 * @param library the pages from now on
 */
public record LibraryChanged(Library library) {
}
