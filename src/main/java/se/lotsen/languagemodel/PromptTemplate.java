package se.lotsen.languagemodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.StrictYaml;

/**
 * One prompt file: a version, the placeholders it declares, and two texts. The rules may hold placeholders only where the
 * file declares them and what fills them is ours, and what is filled in is never read for placeholders again.
 *
 * @param name the prompt and its version, such as {@code answer.sv@3}
 */
record PromptTemplate(String name, String system, String user) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern FILE = Pattern.compile(
            "\\A---\\R(.*?)\\R---\\R\\s*# system\\R(.*?)\\R# user\\R(.*)\\z", Pattern.DOTALL);

    /** What we fill in ourselves; anything else was written by a citizen or on a page, and is no part of the rules. */
    private static final Set<String> OURS = Set.of("count", "language");

    /** The file's head as written: anything may be missing. */
    record Head(@Nullable Integer version, @Nullable List<String> placeholders) {
    }

    /** Reads a file; what is wrong becomes a finding with its name. */
    static Optional<PromptTemplate> parse(PromptName prompt, String file, String text,
            Consumer<Finding> findings) {
        Matcher parts = FILE.matcher(text);
        if (!parts.matches()) {
            findings.accept(Finding.of(file, 1, Finding.Code.MISSING_FIELD, "--- / # system / # user"));
            return Optional.empty();
        }
        List<Finding> faults = new ArrayList<>();
        Head head = StrictYaml.read(file, 2, parts.group(1), Head.class, faults::add).orElse(null);
        String system = parts.group(2).strip();
        String user = parts.group(3).strip();
        if (head != null) {
            check(prompt, file, head, system, user, faults);
        }
        faults.forEach(findings);
        return faults.isEmpty() && head != null
                ? Optional.of(new PromptTemplate(prompt.file() + "@" + head.version(), system, user))
                : Optional.empty();
    }

    private static void check(PromptName prompt, String file, Head head, String system, String user,
            List<Finding> faults) {
        if (head.version() == null || head.version() < 1) {
            faults.add(Finding.of(file, 2, Finding.Code.INVALID_VALUE, "version"));
        }
        Set<String> declared = head.placeholders() == null ? Set.of() : new HashSet<>(head.placeholders());
        Set<String> used = used(system + user);
        Set<String> named = new TreeSet<>(declared);
        named.addAll(used);
        for (String name : named) {
            if (!prompt.placeholders().contains(name) || !declared.contains(name)) {
                faults.add(Finding.of(file, 0, Finding.Code.UNKNOWN_REFERENCE, "{{" + name + "}}"));
            }
        }
        for (String name : prompt.placeholders()) {
            if (!used.contains(name) || !declared.contains(name)) {
                faults.add(Finding.of(file, 0, Finding.Code.MISSING_FIELD, "{{" + name + "}}"));
            }
        }
        used(system).stream().filter(name -> !OURS.contains(name)).forEach(
                name -> faults.add(Finding.of(file, 0, Finding.Code.INVALID_VALUE, "{{" + name + "}}")));
    }

    private static Set<String> used(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Prompt filled(Map<String, String> values, int maxTokens) {
        return new Prompt(name, filled(system, values), filled(user, values), maxTokens);
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher
                .quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
