package se.lotsen.desk;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.lotsen.conversation.IdempotencyKey;

/** What a form of the desk sent; a field that is missing is empty. */
record DeskForm(MultiValueMap<String, String> fields) {
    /** The field that holds the form's own key, new at each rendering. */
    static final String KEY = "nyckel";

    String text(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").replace("\r\n", "\n");
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** A form version; one that is no number meets no case. */
    long version() {
        return text("version").matches("\\d{1,18}") ? Long.parseLong(text("version")) : -1;
    }

    /** What a field names; empty for what is no id. */
    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The key for what was typed into the form: sent twice it is the same request, but another text, typed after going back
     * to the form, is another one.
     */
    IdempotencyKey key(String what, String typed) {
        IdempotencyKey form = IdempotencyKey.parse(text(KEY))
                .orElseThrow(() -> new DeskRefusal(DeskRefusal.Reason.KEY));
        return new IdempotencyKey(UUID.nameUUIDFromBytes(
                (form.value() + "\n" + what + "\n" + typed).getBytes(StandardCharsets.UTF_8)));
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "form with " + fields.keySet();
    }
}
