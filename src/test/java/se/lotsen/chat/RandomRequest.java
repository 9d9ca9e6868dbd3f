package se.lotsen.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;

/**
 * A request made at random: one in ten is bytes of any kind, the others are valid ones in which something was changed,
 * left out, doubled or cut, with a true length unless that was what was changed.
 *
 * @param isHttp whether it has a whole head, so that an answer can be expected
 */
record RandomRequest(byte[] bytes, boolean isHttp) {
    private static final List<String> METHODS = List.of("GET", "POST", "POST", "POST", "PUT", "DELETE",
            "HEAD",
            "OPTIONS", "PATCH", "get");
    private static final List<String> NASTY = List.of("", " ", "0", "-1", "null", "true", "1e999", "\"", "{",
            "]",
            "\\u0000", "%00", "%2e%2e/", "' or 1=1 --", "<script>", "${jndi:x}", "{{7*7}}", "\u200b",
            "\u202e",
            "\ud83d\ude00", "åäö", "\u0000", "9".repeat(400), "a".repeat(3000), "[".repeat(600), "\\ud800",
            "\t",
            "*/*;q=x", "application/json", "text/event-stream", "1970-01-01", "\u0301".repeat(200));

    static RandomRequest next(Random random, Talk talk, String canary) {
        if (random.nextInt(10) == 0) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            return new RandomRequest(bytes, false);
        }
        String body = mutated(random, body(random, canary), 3);
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        List<String> head = new ArrayList<>(List.of("Idempotency-Key: " + UUID.randomUUID(),
                ChatClient.TOKEN + ": " + talk.token(), "Content-Type: application/json", "Accept: */*",
                "Last-Event-ID: 1"));
        String line = METHODS.get(random.nextInt(METHODS.size())) + " "
                + oneLine(mutated(random, path(random, talk), 5)).replace(" ", "%20") + " HTTP/1.1";
        int changed = random.nextInt(head.size());
        head.set(changed, oneLine(mutated(random, head.get(changed), 2)));
        if (random.nextInt(4) == 0) {
            head.remove(random.nextInt(head.size()));
        }
        if (random.nextInt(8) == 0) {
            head.add(head.get(random.nextInt(head.size())));
        }
        String text = line + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", head)
                + "\r\nContent-Length: " + content.length + "\r\n\r\n" + body;
        return new RandomRequest(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String path(Random random, Talk talk) {
        return switch (random.nextInt(6)) {
            case 0 -> "/api/conversations";
            case 1 -> talk.path("");
            case 2 -> talk.path("/events");
            case 3 -> talk.path("/answers/1/feedback");
            default -> talk.path("/questions");
        };
    }

    private static String body(Random random, String canary) {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"helpful\":true,\"comment\":\"" + canary + "\"}";
            case 1 -> "";
            default -> "{\"question\":\"vad kostar en " + canary + "\"}";
        };
    }

    /** Changed in up to two places, once in {@code oneIn} times. */
    private static String mutated(Random random, String text, int oneIn) {
        String changed = text;
        for (int i = 0; i < 2; i++) {
            if (random.nextInt(oneIn) != 0) {
                continue;
            }
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(8));
            String put = random.nextBoolean()
                    ? NASTY.get(random.nextInt(NASTY.size()))
                    : String.valueOf((char) random.nextInt(0x250));
            changed = changed.substring(0, from) + put + changed.substring(random.nextBoolean() ? to : from);
        }
        return changed;
    }

    /** A line break would make another request of it, one that waits for its end. */
    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }
}
