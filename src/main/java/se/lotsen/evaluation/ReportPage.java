package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a report as one HTML file that needs nothing else: no script, no address outside it. Whatever stands in
 * questions and answers is text there, never markup.
 */
public final class ReportPage {
    private static final SpringTemplateEngine ENGINE = engine();

    private ReportPage() {
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(
                ReportPage.class.getClassLoader());
        templates.setPrefix("se/lotsen/evaluation/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    static String html(Report report) {
        return ENGINE.process("report", new Context(Locale.of("sv"),
                Map.of("report", report, "numbers", ReportText.of("numbers"))));
    }

    /** @throws EvaluationInputException when the file cannot be written */
    public static void write(Path file, Report report) {
        try {
            Files.writeString(file, html(report), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EvaluationInputException.unwritable(file);
        }
    }
}
