package se.lotsen.staff;

import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** What a form sent; a field that is missing is empty. */
record FormInput(MultiValueMap<String, String> fields) {

    String text(String name) {
        return raw(name).strip();
    }

    /** As it was typed: a blank can be part of a password. */
    String raw(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "form with " + fields.keySet();
    }
}
