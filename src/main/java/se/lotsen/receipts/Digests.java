package se.lotsen.receipts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.EventJson;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal digits. */
final class Digests {
    private Digests() {
    }

    static String of(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Over an answer's events as they are stored, each with its type, a line each: JSON holds no line's end. */
    static String of(List<ConversationEvent> events) {
        return of(events.stream().map(event -> event.type() + " " + EventJson.write(event) + "\n")
                .collect(Collectors.joining()));
    }
}
