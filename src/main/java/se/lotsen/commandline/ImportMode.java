package se.lotsen.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.evaluation.ImportEvaluation;
import se.lotsen.evaluation.SampleSite;

/**
 * {@code evaluate --import DIR [--sample SEED] [--json]}: how well a site with marked truth is imported; with a seed, one of
 * made pages that is written into the folder first.
 */
final class ImportMode implements EvaluateMode.Alone {
    private static final int SAMPLE_PAGES = 500;
    /** Where the pages say they are; they are served from a port of this machine. */
    private static final String ANYWHERE = "http://localhost:8123";

    @Override
    public int run(Arguments arguments, EvaluateOutput output) {
        Path folder = Path.of(arguments.value("import").orElseThrow());
        arguments.value("sample").ifPresent(seed -> write(folder, seed));
        ImportEvaluation.Figures figures = ImportEvaluation.run(folder);
        if (arguments.has("json")) {
            output.json(figures.json());
            return 0;
        }
        output.line("%d pages, %d imported in %.1f seconds", figures.pages(), figures.imported(),
                figures.seconds());
        output.line("  %-26s %.4f  of %d letters", "main text kept", figures.mainKept(),
                figures.mainLetters());
        output.line("  %-26s %.4f  of %d letters", "noise kept", figures.noiseKept(), figures.noiseLetters());
        figures.shares().forEach(output::share);
        figures.left().forEach((reason, pages) -> output.line("  not imported: %s %d", reason, pages));
        figures.worst().forEach(page -> output.line("  %s  lost %d  noise %d", page.path(), page.mainLost(),
                page.noiseKept()));
        return 0;
    }

    private static void write(Path folder, String seed) {
        if (Files.exists(folder)) {
            throw new EvaluationInputException(
                    folder + " is there already; name a folder that is to be made");
        }
        try {
            SampleSite.write(folder, ANYWHERE, SAMPLE_PAGES, Long.parseLong(seed));
        } catch (NumberFormatException e) {
            throw new EvaluationInputException("--sample must be a whole number, but is " + seed);
        }
    }
}
