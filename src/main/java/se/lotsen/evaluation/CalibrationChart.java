package se.lotsen.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import se.lotsen.confidence.ClopperPearson;
import se.lotsen.confidence.Predictions;
import se.lotsen.confidence.Thresholds;

/** The risk-coverage curve as an SVG: what is answered, and how much of it is wrong, seen and at most. */
public final class CalibrationChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 60;
    private static final double MAX_RISK = 0.4;
    private static final double CONFIDENCE = 0.95;

    private CalibrationChart() {
    }

    /** The chart; the line straight up marks the coverage at the first threshold. */
    public static String svg(Predictions graded, Thresholds thresholds) {
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.confidence.messages", Locale.of("sv"));
        List<Predictions.Point> curve = graded.curve();
        double coverage = curve.stream().filter(point -> point.at() >= thresholds.answerAt())
                .mapToDouble(Predictions.Point::coverage).max().orElse(0);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " "
                        + HEIGHT + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"14\">\n<title>"
                        + texts.getString("chart.title")
                        + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            line(svg, x(tenth / 10.0), y(0), x(tenth / 10.0), y(0) + 5, "#333", "");
            text(svg, x(tenth / 10.0), y(0) + 22, "middle", tenth * 10 + " %");
        }
        for (int tenth = 0; tenth <= 4; tenth++) {
            line(svg, x(0), y(tenth / 10.0), x(1), y(tenth / 10.0), "#ddd", "");
            text(svg, x(0) - 8, y(tenth / 10.0) + 5, "end", tenth * 10 + " %");
        }
        line(svg, x(coverage), y(0), x(coverage), y(MAX_RISK), "#333", " stroke-dasharray=\"4 4\"");
        path(svg, curve.stream().map(point -> at(point.coverage(), upper(graded, point)))
                .collect(Collectors.joining(" ")), "#b35900", " stroke-dasharray=\"2 3\"");
        path(svg,
                curve.stream().map(point -> at(point.coverage(), point.risk()))
                        .collect(Collectors.joining(" ")),
                "#00497a", "");
        text(svg, (x(0) + x(1)) / 2, HEIGHT - 12, "middle", texts.getString("chart.coverage"));
        text(svg, x(0), TOP - 10, "start", texts.getString("chart.risk"));
        return svg.append("</svg>\n").toString();
    }

    private static double upper(Predictions graded, Predictions.Point point) {
        int answered = (int) Math.round(point.coverage() * graded.size());
        return ClopperPearson.upper((int) Math.round(point.risk() * answered), answered, CONFIDENCE);
    }

    private static double x(double coverage) {
        return LEFT + coverage * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double risk) {
        return TOP + (1 - Math.min(risk, MAX_RISK) / MAX_RISK) * (HEIGHT - TOP - BOTTOM);
    }

    private static String at(double coverage, double risk) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(coverage), y(risk));
    }

    private static void line(StringBuilder svg, double fromX, double fromY, double toX, double toY,
            String colour,
            String more) {
        svg.append(String.format(Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n", fromX, fromY,
                toX, toY,
                colour, more));
    }

    private static void path(StringBuilder svg, String points, String colour, String more) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour).append('"')
                .append(more)
                .append(" points=\"").append(points).append("\"/>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222\">%s</text>%n",
                x, y, anchor, text));
    }
}
