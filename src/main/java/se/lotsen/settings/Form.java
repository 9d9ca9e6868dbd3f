package se.lotsen.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** What a form sent; a field that is missing is empty. */
record Form(MultiValueMap<String, String> fields) {

    String text(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").replace("\r\n", "\n").strip();
    }

    /** As it was typed, with the line ends of files. */
    String raw(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").replace("\r\n", "\n");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    List<String> lines(String name) {
        return text(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    int number(String name) {
        String number = text(name);
        return number.matches("\\d{1,8}") ? Integer.parseInt(number) : -1;
    }

    /** To fill the form again. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        fields.forEach((name, values) -> typed.put(name, String.join("\n", values)));
        return typed;
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "form with " + fields.keySet();
    }
}
