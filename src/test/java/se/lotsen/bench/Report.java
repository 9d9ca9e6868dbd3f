package se.lotsen.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the figures as they come: name, median with smallest and largest, and whether an aim is reached. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void section(String title) {
        out.printf("%n%s%n", title);
    }

    void note(String text) {
        out.printf("  %s%n", text);
    }

    void figure(String name, Series series, int digits, String unit) {
        out.printf(Locale.ROOT, "  %-58s %s %s%n", name, series.text(digits), unit);
    }

    /** An aim that the median must not exceed. */
    void atMost(String name, Series series, int digits, String unit, double aim) {
        judged(name, series, digits, unit, "at most", aim, series.median() <= aim);
    }

    /** An aim that the median must reach. */
    void atLeast(String name, Series series, int digits, String unit, double aim) {
        judged(name, series, digits, unit, "at least", aim, series.median() >= aim);
    }

    private void judged(String name, Series series, int digits, String unit, String direction, double aim,
            boolean reached) {
        out.printf(Locale.ROOT, "  %-58s %s %s   aim: %s %s: %s%n", name, series.text(digits), unit,
                direction,
                aim, reached ? "reached" : "NOT reached");
    }
}
