package se.lotsen.insight;

/**
 * A number as it is shown.
 *
 * @param id what it is a number of, as in {@code docs/insight.md}
 * @param value the number in words
 * @param detail of how many, and how sure; may be empty
 * @param meaning what it counts, in a sentence
 * @param filtered whether it follows the chosen language and department
 */
record Figure(String id, String name, String value, String detail, String meaning, boolean filtered) {
}
