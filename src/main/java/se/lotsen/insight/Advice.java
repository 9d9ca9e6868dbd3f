package se.lotsen.insight;

/**
 * What somebody should do next.
 *
 * @param link where it is done in the workspace; empty where it is done elsewhere
 */
record Advice(String text, String link) {
}
