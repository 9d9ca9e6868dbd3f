package se.lotsen.importing;

import org.jspecify.annotations.Nullable;

/**
 * A page that a source says it has.
 *
 * @param address the page's name in this source: its address on the web, its path in the folder, its place in the file
 * @param changed when it changed last, as the source writes it; null when it does not say
 */
record Listed(String address, @Nullable String changed) {
}
