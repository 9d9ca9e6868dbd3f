package se.lotsen.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * A file of the editors while it is being checked: collects everything that is wrong with it, each fault
 * with its line. Values are named by JSON pointer; findings name them as editors count, {@code
 * queues[2].weekly}.
 */
final class EditorsFile {
    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String name;
    private final YamlLines lines;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    private EditorsFile(String name, YamlLines lines) {
        this.name = name;
        this.lines = lines;
        lines.repeated().forEach((pointer, line) -> findings
                .add(Finding.of(name, line, Finding.Code.INVALID_VALUE, YamlLines.field(pointer))));
    }

    /**
     * Reads and checks a file. A dangling reference leaves out the reference; every other fault leaves
     * out the file.
     *
     * @param check makes the value; what it returns beside a reported fault is thrown away
     */
    static <F, V> Reading<V> read(String name, String yaml, Class<F> form,
            BiFunction<F, EditorsFile, V> check) {
        List<Finding> unreadable = new ArrayList<>();
        Optional<F> raw = StrictYaml.read(name, 1, yaml, form, unreadable::add);
        if (raw.isEmpty()) {
            return new Reading<>(Optional.empty(), unreadable);
        }
        EditorsFile file = new EditorsFile(name, YamlLines.of(yaml));
        V value = check.apply(raw.get(), file);
        file.findings.sort(Comparator.comparingInt(Finding::line));
        boolean usable = file.findings.stream()
                .allMatch(finding -> finding.code() == Finding.Code.UNKNOWN_REFERENCE);
        return new Reading<>(usable ? Optional.of(value) : Optional.empty(), file.findings);
    }

    /** The text of a mandatory field; reports one that is missing or blank. */
    String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing(pointer);
            return "";
        }
        return value.strip();
    }

    /** The text of a mandatory field; reports one that is missing or not of the form. */
    String text(String pointer, @Nullable String value, Pattern form) {
        String text = text(pointer, value);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            invalid(pointer);
        }
        return text;
    }

    /** The text of a field that may be left out; reports one that is not of the form. */
    @Nullable
    String optionalText(String pointer, @Nullable String value, Pattern form) {
        return value == null ? null : text(pointer, value, form);
    }

    /** The id of an entry; reports one that is missing, malformed or taken within this file. */
    String id(String entry, @Nullable String value) {
        String pointer = YamlLines.at(entry, "id");
        String id = text(pointer, value, ID);
        Integer first = ids.putIfAbsent(id, lines.line(pointer));
        if (first != null && !id.isEmpty()) {
            report(pointer, Finding.Code.DUPLICATE_ID, id, name + ":" + first);
        }
        return id;
    }

    /**
     * The entries of a mandatory list, none of them null; reports a list that is missing or empty and
     * empty entries.
     */
    <E> List<E> entries(String pointer, @Nullable List<@Nullable E> values) {
        if (values == null || values.isEmpty()) {
            missing(pointer);
            return List.of();
        }
        List<E> entries = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            E value = values.get(i);
            if (value == null) {
                missing(YamlLines.at(pointer, i));
            } else {
                entries.add(value);
            }
        }
        return entries.size() == values.size() ? entries : List.of();
    }

    void missing(String pointer) {
        report(pointer, Finding.Code.MISSING_FIELD, YamlLines.field(pointer));
    }

    void invalid(String pointer) {
        report(pointer, Finding.Code.INVALID_VALUE, YamlLines.field(pointer));
    }

    void unknown(String pointer, String reference) {
        report(pointer, Finding.Code.UNKNOWN_REFERENCE, reference);
    }

    private void report(String pointer, Finding.Code code, String... arguments) {
        findings.add(Finding.of(name, lines.line(pointer), code, arguments));
    }

    /**
     * What came of a file: the value, unless the file had to be left out, and everything that is wrong
     * with it.
     */
    record Reading<V>(Optional<V> value, List<Finding> findings) {
    }
}
