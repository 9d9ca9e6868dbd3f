package se.lotsen.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.desk.DeskTerms.CannedReply;
import se.lotsen.desk.DeskTerms.Term;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/** Makes the desk's terms of {@code desk.yaml} and reports everything that is wrong, each fault with its line. */
final class DeskTermsReader {
    static final String FILE = "desk.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final YamlLines lines;
    private final List<Finding> findings = new ArrayList<>();

    private DeskTermsReader(YamlLines lines) {
        this.lines = lines;
        lines.repeated().forEach((pointer, line) -> findings
                .add(Finding.of(FILE, line, Finding.Code.INVALID_VALUE, YamlLines.field(pointer))));
    }

    /** As written: anything may be missing. */
    record File(@Nullable List<@Nullable Entry> contactReasons, @Nullable List<@Nullable Entry> wrapUps,
            @Nullable List<@Nullable Entry> pauses, @Nullable List<@Nullable Text> replies) {
    }

    /** A code as written. */
    record Entry(@Nullable String id, @Nullable String name) {
    }

    /** A canned reply as written. */
    record Text(@Nullable String id, @Nullable String name, @Nullable String text) {
    }

    /** The terms, or empty when anything was reported. */
    static Optional<DeskTerms> read(String yaml, Consumer<Finding> reported) {
        Optional<File> raw = StrictYaml.read(FILE, 1, yaml, File.class, reported);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        DeskTermsReader reader = new DeskTermsReader(YamlLines.of(yaml));
        DeskTerms terms = reader.terms(raw.get());
        reader.findings.stream().sorted(Comparator.comparingInt(Finding::line)).forEach(reported);
        return reader.findings.isEmpty() ? Optional.of(terms) : Optional.empty();
    }

    private DeskTerms terms(File raw) {
        return new DeskTerms(list("/contactReasons", raw.contactReasons()), list("/wrapUps", raw.wrapUps()),
                list("/pauses", raw.pauses()), replies(raw.replies()));
    }

    private List<Term> list(String pointer, @Nullable List<@Nullable Entry> entries) {
        List<Term> terms = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < size(pointer, entries); i++) {
            Entry entry = entries == null ? null : entries.get(i);
            String at = YamlLines.at(pointer, i);
            terms.add(new Term(id(at, entry == null ? null : entry.id(), known),
                    text(YamlLines.at(at, "name"), entry == null ? null : entry.name())));
        }
        return List.copyOf(terms);
    }

    private List<CannedReply> replies(@Nullable List<@Nullable Text> entries) {
        List<CannedReply> replies = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < size("/replies", entries); i++) {
            Text entry = entries == null ? null : entries.get(i);
            String at = YamlLines.at("/replies", i);
            replies.add(new CannedReply(id(at, entry == null ? null : entry.id(), known),
                    text(YamlLines.at(at, "name"), entry == null ? null : entry.name()),
                    text(YamlLines.at(at, "text"), entry == null ? null : entry.text())));
        }
        return List.copyOf(replies);
    }

    private int size(String pointer, @Nullable List<?> entries) {
        if (entries == null || entries.isEmpty()) {
            report(pointer, Finding.Code.MISSING_FIELD, YamlLines.field(pointer));
            return 0;
        }
        return entries.size();
    }

    private String id(String entry, @Nullable String value, Map<String, Integer> known) {
        String pointer = YamlLines.at(entry, "id");
        String id = text(pointer, value);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            report(pointer, Finding.Code.INVALID_VALUE, YamlLines.field(pointer));
        }
        Integer first = known.putIfAbsent(id, lines.line(pointer));
        if (first != null && !id.isEmpty()) {
            report(pointer, Finding.Code.DUPLICATE_ID, id, FILE + ":" + first);
        }
        return id;
    }

    private String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            report(pointer, Finding.Code.MISSING_FIELD, YamlLines.field(pointer));
            return "";
        }
        return value.strip();
    }

    private void report(String pointer, Finding.Code code, String... arguments) {
        findings.add(Finding.of(FILE, lines.line(pointer), code, arguments));
    }
}
