package se.lotsen.screening;

/** Counts what a question costs, so that a test can hold the screen to it without a stopwatch. */
final class Effort {
    private int words;
    private int comparisons;
    private int phrases;

    void word() {
        words++;
    }

    void comparison() {
        comparisons++;
    }

    void phrase() {
        phrases++;
    }

    /** Words looked up, whole, joined and taken apart. */
    int words() {
        return words;
    }

    /** Words compared letter by letter. */
    int comparisons() {
        return comparisons;
    }

    /** Phrases of concepts and patterns that were tried. */
    int phrases() {
        return phrases;
    }
}
