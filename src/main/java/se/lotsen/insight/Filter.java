package se.lotsen.insight;

/**
 * Which questions figures are of.
 *
 * @param language BCP 47; empty for all
 * @param owner a department; empty for all
 */
record Filter(String language, String owner) {
    /** Every question. */
    static final Filter ALL = new Filter("", "");

    /** Whether nothing was chosen. */
    public boolean isAll() {
        return language.isEmpty() && owner.isEmpty();
    }

    /** What is not told by language and department is let through. */
    boolean lets(Total total) {
        return !isByQuestion(total.measure())
                || (language.isEmpty() || language.equals(total.language()))
                        && (owner.isEmpty() || owner.equals(total.owner()));
    }

    /** Whether the measure is told by language and department. */
    static boolean isByQuestion(Measure measure) {
        return switch (measure) {
            case QUESTIONS, HANDED_OVER, HELPFUL, NOT_HELPFUL, REPEATS -> true;
            default -> false;
        };
    }
}
