package se.lotsen.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the municipality writes to a citizen, as an outbox entry holds it: our own words, and where the address stands.
 *
 * @param promise the promise that the citizen gave the address for
 */
record Letter(UUID promise, String subject, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String payload() {
        return JSON.writeValueAsString(this);
    }

    /** Null for what no version of ours has written. */
    static @Nullable Letter read(String payload) {
        try {
            Letter read = JSON.readValue(payload, Letter.class);
            return read == null || read.promise == null || read.subject == null || read.text == null
                    ? null
                    : read;
        } catch (JacksonException e) {
            return null;
        }
    }
}
