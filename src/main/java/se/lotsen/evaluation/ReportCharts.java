package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lotsen.evaluation.Report.Chart;
import se.lotsen.evaluation.Report.Shape;
import se.lotsen.evaluation.Report.Table;

/** Draws charts whose axes run from 0 to 100 %. */
final class ReportCharts {
    private static final int LABELS = 190;
    private static final int BAR_LENGTH = 360;
    private static final int BAR_STEP = 30;
    private static final int BAR_HEIGHT = 18;
    private static final int SIDE = 300;
    private static final int MARGIN = 50;
    private static final int LONGEST_LABEL = 26;

    private ReportCharts() {
    }

    /** One bar for each share, its interval as a thin line over it. */
    static Chart bars(String title, Map<String, Share> shares) {
        List<Shape> shapes = new ArrayList<>();
        int y = 10;
        for (Map.Entry<String, Share> entry : shares.entrySet()) {
            Bootstrap.Interval figure = entry.getValue().share();
            double middle = y + BAR_HEIGHT / 2.0;
            shapes.add(Shape.text(LABELS - 8, middle + 4, shortened(entry.getKey()), "end"));
            shapes.add(Shape.bar(LABELS, y, BAR_LENGTH * figure.value(), BAR_HEIGHT));
            shapes.add(Shape.line("whisker", point(LABELS + BAR_LENGTH * figure.low(), middle)
                    + point(LABELS + BAR_LENGTH * figure.high(), middle)));
            shapes.add(Shape.text(LABELS + BAR_LENGTH + 8, middle + 4,
                    ReportText.percent(figure.value()), "start"));
            y += BAR_STEP;
        }
        shapes.add(Shape.line("axis", point(LABELS, 0) + point(LABELS, y)));
        return new Chart(title, ReportText.of("bars.description", shares.size()), LABELS + BAR_LENGTH + 80,
                y + 10,
                shapes, ReportTables.shares(title, shares));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /**
     * A curve in a square.
     *
     * @param points x and y, each 0..1
     * @param dots whether the points themselves are marked
     * @param diagonal whether the line that the curve should follow is drawn
     */
    static Chart curve(String title, String description, String xLabel, String yLabel, List<double[]> points,
            boolean dots, boolean diagonal, Table numbers) {
        List<Shape> shapes = new ArrayList<>(axes(xLabel, yLabel));
        if (diagonal) {
            shapes.add(Shape.line("ideal", at(0, 0) + at(1, 1)));
        }
        StringBuilder line = new StringBuilder();
        for (double[] point : points) {
            line.append(at(point[0], point[1]));
            if (dots) {
                shapes.add(Shape.dot(MARGIN + SIDE * point[0], 10 + SIDE * (1 - point[1])));
            }
        }
        shapes.add(Shape.line("data", line.toString()));
        return new Chart(title, description, MARGIN + SIDE + 30, SIDE + 60, shapes, numbers);
    }

    private static List<Shape> axes(String xLabel, String yLabel) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(Shape.line("axis", at(0, 1) + at(0, 0) + at(1, 0)));
        for (double tick : new double[]{0, 0.5, 1}) {
            String percent = Math.round(100 * tick) + " %";
            shapes.add(Shape.text(MARGIN + SIDE * tick, SIDE + 26, percent, "middle"));
            shapes.add(Shape.text(MARGIN - 6, 14 + SIDE * (1 - tick), percent, "end"));
        }
        shapes.add(Shape.text(MARGIN + SIDE / 2.0, SIDE + 46, xLabel, "middle"));
        shapes.add(Shape.text(MARGIN + 8, 20, yLabel, "start"));
        return shapes;
    }

    private static String at(double x, double y) {
        return point(MARGIN + SIDE * x, 10 + SIDE * (1 - y));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }
}
