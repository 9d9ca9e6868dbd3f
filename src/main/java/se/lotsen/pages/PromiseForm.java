package se.lotsen.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.chat.ChatProblem;
import se.lotsen.chat.CitizenPromises.Wanted;
import se.lotsen.conversation.IdempotencyKey;

/**
 * What the form for a promise sent, and what is wrong with it; what was typed is kept. Templates read it.
 *
 * @param choice kind and time of an offer, with a space between
 * @param faults the code of a text by the field that it is about; {@code ""} for the whole form
 */
record PromiseForm(String nyckel, String choice, String phone, String email, String text,
        Map<String, String> faults) {
    static final PromiseForm NOTHING = new PromiseForm("", "", "", "", "", Map.of());

    static PromiseForm of(MultiValueMap<String, String> fields) {
        return new PromiseForm(field(fields, FormKey.FIELD), field(fields, "val"), field(fields, "telefon"),
                field(fields, "epost"), field(fields, "gallande"), Map.of());
    }

    private static String field(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private String kind() {
        return choice.split(" ", 2)[0];
    }

    /** The contact that belongs to the choice; the other field says nothing. */
    Wanted wanted() {
        String[] parts = choice.split(" ", 2);
        return new Wanted(kind(), parts.length < 2 ? "" : parts[1], contact(), text);
    }

    private @Nullable String contact() {
        return switch (kind()) {
            case "call-back" -> phone;
            case "email" -> email;
            default -> null;
        };
    }

    /** The same for a form that is sent twice, another one for another content. */
    IdempotencyKey key() {
        return FormKey.with(FormKey.parse(nyckel), String.join("\n", choice, phone, email, text));
    }

    /** The form again, with what was refused at its field. */
    PromiseForm refused(Throwable refusal) {
        Type type = Type.of(refusal);
        String at = switch (type) {
            case SLOT_GONE, REQUEST_INVALID -> "val";
            case CONTACT_REFUSED -> kind().equals("email") ? "epost" : "telefon";
            case MESSAGE_EMPTY, MESSAGE_TOO_LONG -> "gallande";
            default -> "";
        };
        String code = switch (type) {
            case REQUEST_INVALID -> "promise.choose";
            case CONTACT_REFUSED -> "promise.contact." + ((ChatProblem) refusal).details().get("reason");
            default -> "problem." + type.code();
        };
        return new PromiseForm(nyckel, choice, phone, email, text, Map.of(at, code));
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "PromiseForm" + faults;
    }
}
