package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a form on a gap's page sent; a field that is missing is empty. */
record GapForm(MultiValueMap<String, String> fields) {
    static final GapForm EMPTY = new GapForm(new LinkedMultiValueMap<>());

    public String text(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The version of the gap that was read; one that is no number is none. */
    int version() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : -1;
    }

    /** The questions and proposals that were ticked, and each line that was typed. */
    List<String> phrasings() {
        List<String> texts = new ArrayList<>(all("fraga"));
        texts.addAll(all("forslag"));
        text("egen").lines().filter(line -> !line.isBlank()).forEach(texts::add);
        return texts;
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "form with " + fields.keySet();
    }
}
