package se.lotsen.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * A policy file while it is being checked: reports everything that is wrong with it, each fault with its line. Values
 * are named by JSON pointer; findings name them as editors count, {@code rules[2].match.sv[1]}.
 */
final class PolicySource {
    private final String file;
    private final YamlLines lines;
    private final PolicyForm form;
    private final Consumer<Finding> findings;

    private PolicySource(String file, YamlLines lines, PolicyForm form, Consumer<Finding> findings) {
        this.file = file;
        this.lines = lines;
        this.form = form;
        this.findings = findings;
    }

    /** The file, or empty when it cannot be read at all or has fields that the format does not have. */
    static Optional<PolicySource> read(String file, String yaml, Consumer<Finding> findings) {
        YamlLines lines = YamlLines.of(yaml);
        Optional<PolicySource> source = StrictYaml.read(file, 1, yaml, PolicyForm.class, findings)
                .map(form -> new PolicySource(file, lines, form, findings));
        source.ifPresent(found -> lines.repeated().keySet().forEach(found::invalid));
        return source;
    }

    String file() {
        return file;
    }

    PolicyForm form() {
        return form;
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

    void duplicate(String pointer, String id, String first) {
        report(pointer, Finding.Code.DUPLICATE_ID, id, first);
    }

    /** Where a value stands, for editors: {@code policies/emergency.yaml:12}. */
    String place(String pointer) {
        return file + ":" + lines.line(pointer);
    }

    private void report(String pointer, Finding.Code code, String... arguments) {
        findings.accept(Finding.of(file, lines.line(pointer), code, arguments));
    }

    /** Every list of a map by language; reports languages that there are not and lists without an entry. */
    void languages(String pointer, @Nullable Map<String, @Nullable List<@Nullable String>> lists,
            BiConsumer<PolicyLanguage, String> languageAndPointer) {
        if (lists == null) {
            return;
        }
        lists.forEach((code, list) -> {
            String at = YamlLines.at(pointer, code);
            Optional<PolicyLanguage> language = PolicyLanguage.of(code);
            if (language.isEmpty()) {
                unknown(at, code);
            } else if (list == null || list.isEmpty()) {
                missing(at);
            } else {
                languageAndPointer.accept(language.get(), at);
            }
        });
    }

    /** The texts of a list, none of them blank; reports those that are. */
    List<String> texts(String pointer, @Nullable List<@Nullable String> list) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            String text = list.get(i);
            if (text == null || text.isBlank()) {
                missing(YamlLines.at(pointer, i));
            }
            texts.add(text == null ? "" : text.strip());
        }
        return texts;
    }

    /** The patterns of a list with their pointers; reports those that are not of the form. */
    List<Placed> patterns(String pointer, @Nullable List<@Nullable String> list) {
        List<Placed> patterns = new ArrayList<>();
        List<String> texts = texts(pointer, list);
        for (int i = 0; i < texts.size(); i++) {
            String at = YamlLines.at(pointer, i);
            Optional<PatternText> pattern = PatternText.of(texts.get(i));
            pattern.ifPresent(found -> patterns.add(new Placed(found, at)));
            if (pattern.isEmpty() && !texts.get(i).isEmpty()) {
                invalid(at);
            }
        }
        return patterns;
    }

    /** A pattern and where it stands. */
    record Placed(PatternText pattern, String pointer) {
    }
}
