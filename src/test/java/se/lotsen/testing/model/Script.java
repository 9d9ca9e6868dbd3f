package se.lotsen.testing.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back over the wire: a refusal with a status of its own, or parts of text and an ending.
 *
 * @param status of the answer; other than 200 the body is {@code raw} and there are no parts
 * @param headers beside the content type
 * @param raw the body that is sent instead of a stream; null for a stream
 * @param parts of the text, in order
 * @param ending what comes after the last part
 */
public record Script(int status, Map<String, String> headers, String raw, List<Part> parts, Ending ending) {

    /** @param delay before the part is sent */
    public record Part(Duration delay, String text) {
    }

    /** What comes after the last part. */
    public enum Ending {
        /** The provider's end mark. */
        COMPLETE,
        /** The end mark of an answer that was longer than allowed. */
        LENGTH,
        /** The stream ends in good order, but without the end mark. */
        NO_END_MARK,
        /** The connection is closed in the middle of the stream. */
        CUT,
        /** The connection is reset, as when a machine is switched off behind a proxy. */
        RESET,
        /** Nothing more, for ever; with no parts, not even a head. */
        STALL,
        /** A frame that is no JSON, and then the end mark. */
        BROKEN_JSON,
        /** The stream ends in the middle of the letter å. */
        HALF_CHARACTER,
        /** The last part again and again, as fast as it is read, for ever. */
        FLOOD
    }

    /** The text at once, word by word, and the end mark. */
    public static Script saying(String text) {
        return new Script(200, Map.of(), null, words(text), Ending.COMPLETE);
    }

    /** The parts as they are, and the end mark. */
    public static Script inParts(String... texts) {
        List<Part> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(new Part(Duration.ZERO, text));
        }
        return new Script(200, Map.of(), null, List.copyOf(parts), Ending.COMPLETE);
    }

    /** No stream: a status and a body as a provider writes it. */
    public static Script refusing(int status) {
        return new Script(status, Map.of("Content-Type", "application/json"),
                "{\"error\":{\"message\":\"" + REFUSAL + "\",\"type\":\"error\",\"code\":" + status + "}}",
                List.of(),
                Ending.COMPLETE);
    }

    /** What a provider writes with a refusal: no citizen and no log line that citizens' helpers read may hold it. */
    public static final String REFUSAL = "PROVIDERS-OWN-WORDS";

    /** A page for people where a stream is wanted, with status 200, as proxies send it. */
    public static Script page() {
        return new Script(200, Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html><html><head><title>Logga in</title></head><body><h1>Logga in</h1></body></html>\n",
                List.of(), Ending.COMPLETE);
    }

    public Script ending(Ending other) {
        return new Script(status, headers, raw, parts, other);
    }

    public Script header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Script(status, Map.copyOf(more), raw, parts, ending);
    }

    /** The first part comes this late. */
    public Script firstAfter(Duration wait) {
        List<Part> later = new ArrayList<>(parts);
        later.set(0, new Part(wait, parts.getFirst().text()));
        return new Script(status, headers, raw, List.copyOf(later), ending);
    }

    /** Every part but the first comes this long after the one before it. */
    public Script every(Duration wait) {
        List<Part> later = new ArrayList<>();
        for (Part part : parts) {
            later.add(later.isEmpty() ? part : new Part(wait, part.text()));
        }
        return new Script(status, headers, raw, List.copyOf(later), ending);
    }

    /** Only the first parts, the ending stays. */
    public Script first(int count) {
        return new Script(status, headers, raw, parts.subList(0, Math.min(count, parts.size())), ending);
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    private static List<Part> words(String text) {
        List<Part> parts = new ArrayList<>();
        for (String word : text.split("(?<=\\s)(?=\\S)")) {
            parts.add(new Part(Duration.ZERO, word));
        }
        return List.copyOf(parts);
    }
}
