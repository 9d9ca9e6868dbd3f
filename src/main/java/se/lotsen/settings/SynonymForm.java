package se.lotsen.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One group of words more, on a line of its own. */
final class SynonymForm {
    private SynonymForm() {
    }

    static Edited add(String text, Form form) {
        List<String> words = Arrays.stream(form.text("ord").split("[,\\n]")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (words.size() < 2 || words.stream().anyMatch(word -> word.matches(".*[#=>\\\\].*"))) {
            return new Edited(text, Map.of("ord", "settings.fault.words"));
        }
        return Edited.of((text.isEmpty() || text.endsWith("\n") ? text : text + "\n")
                + String.join(", ", words) + "\n");
    }

    /** The groups, without comments. */
    static List<String> groups(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
