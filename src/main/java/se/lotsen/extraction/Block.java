package se.lotsen.extraction;

/**
 * A part of a page's text.
 *
 * @param level of a heading, from 1; 0 for text
 * @param markdown of text as it is written, of a heading without its signs
 */
record Block(int level, String markdown) {
}
