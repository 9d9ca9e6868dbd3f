package se.lotsen.settings;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.Pin;
import se.lotsen.answering.PinsFile;

/** A question tied to a page, or untied. The comments before the entries stay; each entry has a note of its own. */
final class PinForm {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final int NAME = 40;

    private PinForm() {
    }

    static List<Pin> pins(String text) {
        return PinsFile.read(text, finding -> {
        }).orElse(List.of());
    }

    static Edited add(String text, Form form) {
        Map<String, String> faults = new HashMap<>();
        List<String> questions = form.lines("fragor");
        if (form.text("sida").isEmpty()) {
            faults.put("sida", "settings.fault.page");
        }
        if (questions.isEmpty()) {
            faults.put("fragor", "settings.fault.questions");
        }
        Set<String> taken = pins(text).stream().flatMap(pin -> pin.questions().stream()).map(Pin::folded)
                .collect(Collectors.toSet());
        if (questions.stream().map(Pin::folded).anyMatch(one -> one.isEmpty() || !taken.add(one))) {
            faults.put("fragor", "settings.fault.questions-taken");
        }
        if (!form.text("till").isEmpty() && day(form.text("till")) == null) {
            faults.put("till", "settings.fault.day");
        }
        if (!faults.isEmpty()) {
            return new Edited(text, faults);
        }
        String anchor = form.text("stycke").replaceFirst("^#", "");
        return Edited.of(YamlEdit.append(text, "pinned", entry(new Pin(
                name(questions.getFirst(), pins(text)), form.text("sida"), anchor.isEmpty() ? null : anchor,
                questions, day(form.text("till")), form.text("anteckning")))));
    }

    /** Of the first question's words, with a number where that is taken. */
    private static String name(String question, List<Pin> pins) {
        String plain = Normalizer.normalize(Pin.folded(question), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = plain.isEmpty()
                ? "fraga"
                : plain.substring(0, Math.min(NAME, plain.length()))
                        .replaceAll("-$", "");
        Set<String> taken = pins.stream().map(Pin::id).collect(Collectors.toSet());
        int number = 2;
        String free = name;
        while (taken.contains(free)) {
            free = name + "-" + number++;
        }
        return free;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.matches(DAY) ? LocalDate.parse(typed) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Edited remove(String text, String id) {
        StringBuilder kept = new StringBuilder();
        text.lines().takeWhile(line -> line.isBlank() || line.startsWith("#"))
                .forEach(line -> kept.append(line).append('\n'));
        String result = kept + "pinned: []\n";
        for (Pin pin : pins(text)) {
            if (!pin.id().equals(id)) {
                result = YamlEdit.append(result, "pinned", entry(pin));
            }
        }
        return Edited.of(result);
    }

    private static List<String> entry(Pin pin) {
        List<String> lines = new ArrayList<>();
        lines.add("  - id: " + pin.id());
        lines.add("    page: " + YamlEdit.quoted(pin.page()));
        if (pin.anchor() != null) {
            lines.add("    anchor: " + YamlEdit.quoted(pin.anchor()));
        }
        lines.add("    questions:");
        pin.questions().forEach(question -> lines.add("      - " + YamlEdit.quoted(question)));
        if (pin.until() != null) {
            lines.add("    until: " + YamlEdit.quoted(pin.until().toString()));
        }
        if (!pin.note().isEmpty()) {
            lines.add("    note: " + YamlEdit.quoted(pin.note()));
        }
        return lines;
    }
}
