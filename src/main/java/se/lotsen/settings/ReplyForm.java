package se.lotsen.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.lotsen.answering.ReplyFields;
import se.lotsen.handover.PersonLines;

/** One field for each text that the assistant says itself. */
final class ReplyForm {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final String PERSON = "person.";
    private static final String LIST = "card";

    private ReplyForm() {
    }

    static String language(String file) {
        return file.replaceFirst("^replies\\.", "").replaceFirst("\\.yaml$", "");
    }

    /** @throws YamlEdit.NotPossible when the text is no YAML */
    static List<ReplyLine> lines(String file, String yaml) {
        String language = language(file);
        List<ReplyLine> lines = new ArrayList<>();
        ReplyFields.of(language).forEach(field -> lines.add(new ReplyLine(field, written(yaml, field),
                shown(ReplyFields.placeholders(language, field)), ReplyFields.optional(field))));
        PersonLines.names().forEach(name -> lines.add(new ReplyLine(PERSON + name,
                YamlEdit.text(yaml, PERSON + name), shown(PersonLines.placeholders()), true)));
        return lines;
    }

    private static String written(String yaml, String field) {
        return field.equals(LIST)
                ? String.join("\n", YamlEdit.texts(yaml, field))
                : YamlEdit.text(yaml, field);
    }

    private static List<String> shown(Set<String> placeholders) {
        return new TreeSet<>(placeholders).stream().map(name -> "{" + name + "}").toList();
    }

    /** Refuses an unknown placeholder, and an empty text that nobody can do without. */
    static Edited apply(String file, String yaml, Form form) {
        Map<String, String> faults = new HashMap<>();
        String changed = yaml;
        for (ReplyLine line : lines(file, yaml)) {
            if (!form.has(line.name())) {
                continue;
            }
            String typed = form.text(line.name());
            if (typed.isEmpty() && !line.optional()) {
                faults.put(line.name(), "settings.fault.empty");
            } else if (PLACEHOLDER.matcher(typed).results()
                    .anyMatch(found -> !line.placeholders().contains(found.group()))) {
                faults.put(line.name(), "settings.fault.placeholder");
            } else if (line.name().equals(LIST)) {
                changed = YamlEdit.with(changed, LIST, form.lines(LIST));
            } else {
                changed = YamlEdit.with(changed, line.name(), typed.replace("\n", " "));
            }
        }
        return faults.isEmpty() ? Edited.of(changed) : new Edited(yaml, faults);
    }
}
