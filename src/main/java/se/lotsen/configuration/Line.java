package se.lotsen.configuration;

/** A value as it can stand within one line. */
final class Line {
    /** In characters. */
    private static final int LONGEST = 80;

    private Line() {
    }

    static String of(Object value) {
        String text = value.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
