package se.lotsen.answering;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * Reads {@code pinned.yaml}. A municipality without the file has no pinned answers. A file with a fault is refused whole; a
 * page or a passage that is not served is reported and left to be served again.
 */
public final class PinsFile {
    /** Its name in the knowledge-base folder. */
    public static final String NAME = "pinned.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private final YamlLines lines;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> questions = new HashSet<>();

    private PinsFile(String yaml) {
        lines = YamlLines.of(yaml);
        lines.repeated().forEach((pointer, line) -> findings
                .add(Finding.of(NAME, line, Code.INVALID_VALUE, YamlLines.field(pointer))));
    }

    /** As written: anything may be missing. */
    record Fields(@Nullable List<@Nullable Entry> pinned) {
    }

    /** An entry as written. */
    record Entry(@Nullable String id, @Nullable String page, @Nullable String anchor,
            @Nullable List<@Nullable String> questions, @Nullable String until, @Nullable String note) {
    }

    /** Empty when anything is wrong with the file; without it there are no entries. */
    static Optional<List<Pin>> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        Optional<String> yaml = folder.read(NAME, finding -> {
            if (finding.code() != Code.MISSING) {
                findings.accept(finding);
            }
        });
        return yaml.isEmpty() ? Optional.of(List.of()) : read(yaml.get(), findings);
    }

    /** The entries of a text; empty when anything is wrong with it. */
    public static Optional<List<Pin>> read(String yaml, Consumer<Finding> findings) {
        Optional<Fields> fields = StrictYaml.read(NAME, 1, yaml, Fields.class, findings);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        PinsFile file = new PinsFile(yaml);
        List<Pin> pins = file.pins(fields.get());
        file.findings.forEach(findings);
        return file.findings.isEmpty() ? Optional.of(pins) : Optional.empty();
    }

    /** Reports what is wrong with the file, and what it points to that is not there. */
    static void check(KnowledgeFolder folder, Library library, Consumer<Finding> findings) {
        List<Pin> pins = read(folder, findings).orElse(List.of());
        YamlLines lines = YamlLines.of(folder.read(NAME, finding -> {
        }).orElse(""));
        for (int i = 0; i < pins.size(); i++) {
            Pin pin = pins.get(i);
            boolean there = library.page(pin.page()).filter(page -> pin.anchor() == null || page.passages()
                    .stream().anyMatch(passage -> passage.anchor().equals(pin.anchor()))).isPresent();
            if (!there) {
                findings.accept(Finding.of(NAME, lines.line(YamlLines.at(YamlLines.at("/pinned", i), "page")),
                        Code.UNKNOWN_REFERENCE, pin.target()));
            }
        }
    }

    private List<Pin> pins(Fields fields) {
        List<@Nullable Entry> entries = fields.pinned();
        if (entries == null) {
            report("/pinned", Code.MISSING_FIELD);
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String at = YamlLines.at("/pinned", i);
            if (entry == null) {
                report(at, Code.MISSING_FIELD);
            } else {
                pins.add(pin(at, entry));
            }
        }
        return List.copyOf(pins);
    }

    private Pin pin(String at, Entry entry) {
        String id = text(YamlLines.at(at, "id"), entry.id());
        if (!id.isEmpty() && (!ID.matcher(id).matches() || !ids.add(id))) {
            report(YamlLines.at(at, "id"), Code.INVALID_VALUE);
        }
        String anchor = entry.anchor();
        String note = entry.note();
        return new Pin(id, text(YamlLines.at(at, "page"), entry.page()),
                anchor == null || anchor.isBlank() ? null : anchor.strip(),
                questions(YamlLines.at(at, "questions"), entry.questions()),
                until(YamlLines.at(at, "until"), entry.until()), note == null ? "" : note.strip());
    }

    /** A question can have one answer only. */
    private List<String> questions(String at, @Nullable List<@Nullable String> written) {
        if (written == null || written.isEmpty()) {
            report(at, Code.MISSING_FIELD);
            return List.of();
        }
        List<String> read = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String question = text(YamlLines.at(at, i), written.get(i));
            if (!question.isEmpty()
                    && (Pin.folded(question).isEmpty() || !questions.add(Pin.folded(question)))) {
                report(YamlLines.at(at, i), Code.INVALID_VALUE);
            }
            read.add(question);
        }
        return read;
    }

    private @Nullable LocalDate until(String at, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            if (DATE.matcher(written.strip()).matches()) {
                return LocalDate.parse(written.strip());
            }
        } catch (DateTimeException e) {
            // A day that its month does not have: no better than any other text.
        }
        report(at, Code.INVALID_VALUE);
        return null;
    }

    private String text(String at, @Nullable String written) {
        if (written == null || written.isBlank()) {
            report(at, Code.MISSING_FIELD);
            return "";
        }
        return written.strip();
    }

    private void report(String at, Code code) {
        findings.add(Finding.of(NAME, lines.line(at), code, YamlLines.field(at)));
    }
}
