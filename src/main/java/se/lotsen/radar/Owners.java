package se.lotsen.radar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * Who answers for pages, from {@code owners.yaml}.
 *
 * @param byName by the name that pages write in {@code owner}
 */
record Owners(Map<String, Owner> byName) {
    static final String FILE = "owners.yaml";
    static final Owners NONE = new Owners(Map.of());
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;]+");

    /**
     * An owner.
     *
     * @param email who is told of its pages
     * @param deputy who is told too, for when nobody reads the first; null for nobody
     */
    record Owner(String name, String email, @Nullable String deputy) {
        List<String> addresses() {
            return deputy == null ? List.of(email) : List.of(email, deputy);
        }
    }

    /** The file as written. */
    record File(@Nullable List<@Nullable Entry> owners) {
    }

    /** An owner as written. */
    record Entry(@Nullable String name, @Nullable String email, @Nullable String deputy) {
    }

    Optional<Owner> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The owners; empty when anything was reported. */
    static Optional<Owners> read(String yaml, Consumer<Finding> reported) {
        Optional<File> raw = StrictYaml.read(FILE, 1, yaml, File.class, reported);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        Owners owners = owners(raw.get(), YamlLines.of(yaml), findings);
        findings.stream().sorted(Comparator.comparingInt(Finding::line)).forEach(reported);
        return findings.isEmpty() ? Optional.of(owners) : Optional.empty();
    }

    private static Owners owners(File raw, YamlLines lines, List<Finding> findings) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        List<@Nullable Entry> entries = raw.owners() == null ? List.of() : raw.owners();
        if (entries.isEmpty()) {
            findings.add(Finding.of(FILE, lines.line("/owners"), Finding.Code.MISSING_FIELD, "owners"));
        }
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            String pointer = YamlLines.at("/owners", at);
            String name = entry == null ? null : entry.name();
            String email = entry == null ? null : entry.email();
            String deputy = entry == null ? null : entry.deputy();
            require(name, YamlLines.at(pointer, "name"), lines, findings);
            require(email, YamlLines.at(pointer, "email"), lines, findings);
            address(email, YamlLines.at(pointer, "email"), lines, findings);
            address(deputy, YamlLines.at(pointer, "deputy"), lines, findings);
            if (name != null && !known.add(name.strip())) {
                findings.add(Finding.of(FILE, lines.line(pointer), Finding.Code.DUPLICATE_ID, name, FILE));
            }
            if (name != null && email != null) {
                owners.putIfAbsent(name.strip(), new Owner(name.strip(), email.strip(), deputy));
            }
        }
        return new Owners(owners);
    }

    private static void require(@Nullable String value, String pointer, YamlLines lines,
            List<Finding> findings) {
        if (value == null || value.isBlank()) {
            findings.add(Finding.of(FILE, lines.line(pointer), Finding.Code.MISSING_FIELD,
                    YamlLines.field(pointer)));
        }
    }

    private static void address(@Nullable String value, String pointer, YamlLines lines,
            List<Finding> findings) {
        if (value != null && !value.isBlank() && !ADDRESS.matcher(value.strip()).matches()) {
            findings.add(Finding.of(FILE, lines.line(pointer), Finding.Code.INVALID_VALUE,
                    YamlLines.field(pointer)));
        }
    }
}
