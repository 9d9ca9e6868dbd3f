package se.lotsen.evaluation;

import java.util.List;

/**
 * A report for editors, as tables and charts; {@link ReportPage} makes HTML of it.
 *
 * @param title of the page
 * @param lead what was measured, in one sentence
 * @param sections in reading order
 */
public record Report(String title, String lead, List<Section> sections) {

    /** A part with a heading and a sentence on how to read it. */
    public record Section(String heading, String note, List<Table> tables, List<Chart> charts) {
    }

    /**
     * A table; the first cell of each row heads it.
     *
     * @param columns their headings
     * @param rows each as long as {@code columns}
     */
    public record Table(String caption, List<String> columns, List<List<String>> rows) {
    }

    /**
     * A drawing, and its numbers as a table for those who do not see it.
     *
     * @param description what it shows, in words
     */
    public record Chart(String title, String description, int width, int height, List<Shape> shapes,
            Table numbers) {
    }

    /**
     * A part of a drawing, in the drawing's own units from the top left corner.
     *
     * @param form {@code bar}, {@code line}, {@code text} or {@code dot}
     * @param role how it is coloured: {@code data}, {@code axis}, {@code whisker}, {@code ideal}
     * @param text for {@code text}: what is written; for {@code line}: its points
     * @param anchor for {@code text}: {@code start}, {@code middle} or {@code end}
     */
    public record Shape(String form, String role, double x, double y, double width, double height,
            String text,
            String anchor) {

        static Shape bar(double x, double y, double width, double height) {
            return new Shape("bar", "data", x, y, width, height, "", "");
        }

        static Shape line(String role, String points) {
            return new Shape("line", role, 0, 0, 0, 0, points, "");
        }

        static Shape text(double x, double y, String text, String anchor) {
            return new Shape("text", "axis", x, y, 0, 0, text, anchor);
        }

        static Shape dot(double x, double y) {
            return new Shape("dot", "data", x, y, 0, 0, "", "");
        }
    }
}
