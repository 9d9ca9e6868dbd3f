package se.lotsen.pages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.chat.ChatProblem;
import se.lotsen.conversation.IdempotencyKey;

/** The key that a page has put into a form; a form without one is refused with {@link Type#IDEMPOTENCY_KEY_MISSING}. */
final class FormKey {
    static final String FIELD = "nyckel";

    private FormKey() {
    }

    static IdempotencyKey of(MultiValueMap<String, String> form) {
        return parse(form.getFirst(FIELD));
    }

    static IdempotencyKey parse(@Nullable String key) {
        return Optional.ofNullable(key).flatMap(IdempotencyKey::parse)
                .orElseThrow(() -> new ChatProblem(Type.IDEMPOTENCY_KEY_MISSING));
    }

    /**
     * The key for what was typed into the form: sent twice it is the same request, but another text, typed after going
     * back to the form, is another one.
     */
    static IdempotencyKey with(IdempotencyKey form, @Nullable String typed) {
        return new IdempotencyKey(UUID.nameUUIDFromBytes(
                (form.value() + "\n" + typed).getBytes(StandardCharsets.UTF_8)));
    }
}
