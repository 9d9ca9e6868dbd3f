package se.lotsen.commandline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import se.lotsen.evaluation.BinomialInterval;
import se.lotsen.evaluation.RadarEvaluation;
import se.lotsen.evaluation.RadarEvaluation.Counts;

/**
 * {@code evaluate --radar DIR [--json]}: how many planted faults the radar finds, and how many finds are none. What it
 * misses and what it should not have found goes to standard error, for the part {@code dev} alone.
 */
final class RadarMode implements EvaluateMode.Alone {
    /** The day as which the planted pages are to be seen. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        RadarEvaluation.Figures figures = RadarEvaluation.run(Path.of(arguments.value("radar").orElseThrow()),
                TODAY);
        if (arguments.has("json")) {
            output.json(figures.json());
            return 0;
        }
        output.line("%d pages in %.1f s", figures.pages(), figures.seconds());
        figures.parts().forEach((part, kinds) -> print(part, kinds, output));
        figures.missed().forEach(row -> output.err().println("missed " + row));
        figures.alarms().forEach(row -> output.err().println("alarm  " + row));
        return 0;
    }

    private static void print(String part, Map<String, Counts> kinds, EvaluateOutput output) {
        output.line("%s", part);
        kinds.forEach((kind, counts) -> output.line("  %-14s recall %s   precision %s", kind,
                share(counts.found()), share(counts.right())));
    }

    private static String share(BinomialInterval share) {
        return "%3d of %3d  %.3f  [%.3f, %.3f]".formatted(share.hits(), share.cases(), share.share(),
                share.low(),
                share.high());
    }
}
