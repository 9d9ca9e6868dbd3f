package se.lotsen.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars, stacked shares and lines. Every value stands in words beside its mark, or in the table below. */
final class Drawing {
    private static final double LINE = 1.3;
    private static final double BAR = 1.0;
    private static final double GAP = 0.7;
    private static final double PLOT = 11;
    private static final double EDGE = 1;

    private Drawing() {
    }

    /**
     * A bar under its words.
     *
     * @param length 0..1 of the whole width
     * @param sure how sure the length is; null where it is a count
     */
    record Bar(String label, double length, @Nullable Share sure) {
    }

    /** One whole, divided: the parts in the order of the legend. */
    record Stack(String label, List<Long> parts) {
    }

    /** A line with a value for each step. */
    record Series(String name, List<Long> values) {
    }

    static String bars(String id, String title, String summary, List<Bar> bars) {
        Svg svg = new Svg(id, title, summary);
        double y = 0;
        for (Bar bar : bars) {
            y = label(svg, bar.label(), y);
            svg.rect("track", 0, 100, y, BAR).rect("bar", 0, 100 * bar.length(), y, BAR);
            Share sure = bar.sure();
            if (sure != null && sure.isKnown()) {
                double middle = y + BAR / 2;
                // A lighter line beneath, so that it is seen on the bar, too.
                svg.line("halo", 100 * sure.low(), middle, 100 * sure.high(), middle)
                        .line("whisker", 100 * sure.low(), middle, 100 * sure.high(), middle)
                        .line("whisker", 100 * sure.low(), y + .2, 100 * sure.low(), y + BAR - .2)
                        .line("whisker", 100 * sure.high(), y + .2, 100 * sure.high(), y + BAR - .2);
            }
            y += BAR + GAP;
        }
        return svg.drawn(y);
    }

    /** @param legend what the parts are, at most four */
    static String stacks(String id, String title, String summary, List<String> legend, List<Stack> stacks) {
        Svg svg = new Svg(id, title, summary).patterns();
        double y = 0;
        for (int part = 0; part < legend.size(); part++) {
            svg.filled(part, 0, 8, y + .3, .9).text("start", 10, y + 1.1, legend.get(part));
            y += LINE + .1;
        }
        y += GAP;
        for (Stack stack : stacks) {
            y = label(svg, stack.label(), y);
            svg.rect("track", 0, 100, y, BAR);
            double all = stack.parts().stream().mapToLong(Long::longValue).sum();
            double from = 0;
            for (int part = 0; part < stack.parts().size(); part++) {
                double to = all == 0 ? 0 : from + 100 * stack.parts().get(part) / all;
                if (to > from) {
                    svg.filled(part, from, to, y, BAR);
                }
                from = to;
            }
            y += BAR + GAP;
        }
        return svg.drawn(y);
    }

    /** @param first what stands below the first step, and {@code last} below the last */
    static String lines(String id, String title, String summary, List<Series> series, String first,
            String last) {
        Svg svg = new Svg(id, title, summary);
        double y = 0;
        for (int one = 0; one < series.size(); one++) {
            svg.line("line line-" + one, 0, y + .8, 8, y + .8).text("start", 10, y + 1.1,
                    series.get(one).name());
            y += LINE + .1;
        }
        double top = y + LINE + GAP;
        long most = Math.max(1, series.stream().flatMap(one -> one.values().stream())
                .mapToLong(Long::longValue).max().orElse(1));
        grid(svg, top, most);
        for (int one = 0; one < series.size(); one++) {
            plot(svg, one, series.get(one).values(), top, most);
        }
        svg.text("start", 0, top + PLOT + LINE, first).text("end", 100, top + PLOT + LINE, last);
        return svg.drawn(top + PLOT + LINE + .5);
    }

    private static void grid(Svg svg, double top, long most) {
        svg.line("grid", 0, top, 100, top).line("axis", 0, top + PLOT, 100, top + PLOT)
                .text("start", 0, top - .3, InsightText.number(most));
        if (most % 2 == 0) {
            svg.line("grid", 0, top + PLOT / 2, 100, top + PLOT / 2)
                    .text("start", 0, top + PLOT / 2 - .3, InsightText.number(most / 2));
        }
    }

    private static void plot(Svg svg, int series, List<Long> values, double top, long most) {
        double width = 100 - 2 * EDGE;
        for (int step = 0; step < values.size(); step++) {
            double x = EDGE + (values.size() == 1 ? width / 2 : width * step / (values.size() - 1));
            double y = top + PLOT * (1 - (double) values.get(step) / most);
            if (step > 0) {
                double before = EDGE + width * (step - 1) / (values.size() - 1);
                svg.line("line line-" + series, before,
                        top + PLOT * (1 - (double) values.get(step - 1) / most), x, y);
            }
            if (series == 0 || values.size() == 1) {
                svg.dot("point-" + series, x, y);
            }
        }
    }

    private static double label(Svg svg, String label, double y) {
        double next = y;
        for (String line : Svg.lines(label)) {
            svg.text("start", 0, next + 1, line);
            next += LINE;
        }
        return next;
    }
}
