package se.lotsen.commandline;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import se.lotsen.evaluation.Bootstrap;
import se.lotsen.evaluation.Share;
import tools.jackson.databind.json.JsonMapper;

/** Where a mode writes: figures to standard output, how far it has come to standard error. */
record EvaluateOutput(PrintStream out, PrintStream err) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PROGRESS_EVERY = 100;

    /** One line of text. */
    void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /** A mean or a difference with its 95 % bootstrap interval and the rows it counts. */
    void figure(String name, Bootstrap.Interval figure, int rows) {
        line("  %-26s %.3f  [%.3f, %.3f]  n=%d  bootstrap", name, figure.value(), figure.low(),
                figure.high(), rows);
    }

    /** A share with its interval, the rows it counts, and how the interval was found. */
    void share(String name, Share share) {
        line("  %-26s %.3f  [%.3f, %.3f]  n=%d  %s", name, share.share().value(), share.share().low(),
                share.share().high(), share.rows(), share.method().wireName());
    }

    /** The figures for programs. */
    void json(Map<String, Object> figures) {
        out.println(JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new LinkedHashMap<>(figures)));
    }

    /** Says now and then on standard error how many questions were asked. */
    void asked(int count) {
        if (count % PROGRESS_EVERY == 0) {
            err.println(count);
        }
    }
}
