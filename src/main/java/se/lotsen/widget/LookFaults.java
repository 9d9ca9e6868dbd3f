package se.lotsen.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.YamlLines;

/** Collects what is wrong in {@code widget.yaml}, each fault with its line. */
final class LookFaults {
    static final String FILE = "widget.yaml";

    private final YamlLines lines;
    private final List<Finding> findings = new ArrayList<>();

    LookFaults(String yaml) {
        lines = YamlLines.of(yaml);
        lines.repeated().forEach((pointer, line) -> findings
                .add(Finding.of(FILE, line, Finding.Code.INVALID_VALUE, YamlLines.field(pointer))));
    }

    /** The text at a place, without spaces around it; a missing one is reported and comes back empty. */
    String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            report(pointer, Finding.Code.MISSING_FIELD, YamlLines.field(pointer));
            return "";
        }
        return value.strip();
    }

    void invalid(String pointer) {
        report(pointer, Finding.Code.INVALID_VALUE, YamlLines.field(pointer));
    }

    void report(String pointer, Finding.Code code, String... arguments) {
        findings.add(Finding.of(FILE, lines.line(pointer), code, arguments));
    }

    boolean none() {
        return findings.isEmpty();
    }

    void tell(Consumer<Finding> reported) {
        findings.stream().sorted(Comparator.comparingInt(Finding::line)).forEach(reported);
    }
}
