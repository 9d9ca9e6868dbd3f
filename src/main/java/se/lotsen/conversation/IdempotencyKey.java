package se.lotsen.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The caller's own name for one request, from the header {@code Idempotency-Key}: a repeat under the same key has no
 * second effect. It is a secret while a conversation starts, as whoever repeats it is given the same token; callers must
 * make it at random. It is never stored: the database holds only what is derived from it.
 */
public record IdempotencyKey(UUID value) {
    private static final Pattern FORM = Pattern
            .compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The key in a header; empty for anything but a UUID in its usual form of 36 characters. */
    public static Optional<IdempotencyKey> parse(String header) {
        return FORM.matcher(header).matches()
                ? Optional.of(new IdempotencyKey(UUID.fromString(header)))
                : Optional.empty();
    }

    /** What the database knows the key by; 32 bytes. */
    byte[] hash() {
        return derive("name");
    }

    /** The key that seals a conversation's token; 32 bytes. */
    byte[] sealingKey() {
        return derive("seal");
    }

    /** Tells whether a repeat asks for the same thing; useless to anybody without the key, as contents are short. */
    byte[] fingerprint(String request) {
        return derive("request\n" + request);
    }

    private byte[] derive(String purpose) {
        byte[] key = ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    /** Deliberately without the value, so that a stray log statement cannot print it. */
    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
