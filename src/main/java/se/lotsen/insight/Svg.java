package se.lotsen.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * A drawing as wide as its place and as high as its lines of text. Across it is measured in percent, downwards in the
 * text's own size, and there is no view box: on a narrow screen and in large text nothing shrinks. Colours and lines are
 * classes of {@code insight.css}, as the town's look, dark screens and forced colours decide them.
 */
final class Svg {
    /** Longer labels go on in a second line: text in a drawing does not wrap by itself. */
    private static final int LINE = 34;
    private final StringBuilder body = new StringBuilder();
    private final String id;
    private final String title;
    private final String description;

    Svg(String id, String title, String description) {
        this.id = id;
        this.title = title;
        this.description = description;
    }

    /** From here to there across, in percent; at this height, in text sizes. */
    Svg rect(String style, double from, double to, double y, double height) {
        body.append(format("<rect class=\"%s\" x=\"%.2f%%\" y=\"%.2fem\" width=\"%.2f%%\" height=\"%.2fem\"",
                style, from, y, Math.max(0, to - from), height)).append("/>\n");
        return this;
    }

    /** The same, drawn with a pattern of {@link #patterns}. */
    Svg filled(int pattern, double from, double to, double y, double height) {
        body.append(
                format("<rect class=\"part\" fill=\"url(#%s-p%d)\" x=\"%.2f%%\" y=\"%.2fem\"", id, pattern,
                        from, y))
                .append(format(" width=\"%.2f%%\" height=\"%.2fem\"/>\n", Math.max(0, to - from),
                        height));
        return this;
    }

    Svg line(String style, double fromX, double fromY, double toX, double toY) {
        body.append(format("<line class=\"%s\" x1=\"%.2f%%\" y1=\"%.2fem\" x2=\"%.2f%%\" y2=\"%.2fem\"/>\n",
                style, fromX, fromY, toX, toY));
        return this;
    }

    Svg dot(String style, double x, double y) {
        body.append(
                format("<circle class=\"%s\" cx=\"%.2f%%\" cy=\"%.2fem\" r=\"0.2em\"/>\n", style, x, y));
        return this;
    }

    /** @param anchor start, middle or end, as SVG names them */
    Svg text(String anchor, double x, double y, String words) {
        body.append(format("<text x=\"%.2f%%\" y=\"%.2fem\" text-anchor=\"%s\">", x, y, anchor))
                .append(escaped(words)).append("</text>\n");
        return this;
    }

    /** The fillings of a stack's parts: full, striped, dotted, empty. They are told apart without colour. */
    Svg patterns() {
        String pattern = "<pattern id=\"%s-p%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                + "<rect class=\"%s\" width=\"8\" height=\"8\"/>%s</pattern>\n";
        body.append(format(pattern, id, 0, "full", ""))
                .append(format(pattern, id, 1, "empty",
                        "<path class=\"stripe\" d=\"M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4\"/>"))
                .append(format(pattern, id, 2, "empty",
                        "<circle class=\"full\" cx=\"4\" cy=\"4\" r=\"1.5\"/>"))
                .append(format(pattern, id, 3, "empty", ""));
        return this;
    }

    /** @param height in text sizes */
    String drawn(double height) {
        return format("<svg class=\"insight-svg\" role=\"img\" aria-labelledby=\"%s-t %s-d\" width=\"100%%\"",
                id, id)
                + format(" height=\"%.2fem\" xmlns=\"http://www.w3.org/2000/svg\">\n", height)
                + "<title id=\"" + id + "-t\">" + escaped(title) + "</title>\n"
                + "<desc id=\"" + id + "-d\">" + escaped(description) + "</desc>\n" + body
                + "</svg>\n";
    }

    /** A label in as many lines as it needs. */
    static List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
