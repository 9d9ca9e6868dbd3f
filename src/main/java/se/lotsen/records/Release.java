package se.lotsen.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.lotsen.conversation.CaseFile;
import se.lotsen.records.Redactions.Redacted;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of one conversation as it is released, and its checksum: SHA-256 (FIPS 180-4) over the UTF-8 bytes of
 * {@link #content}. The checksum tells whether a copy is still as it was released.
 *
 * @param content one JSON object on one line
 */
record Release(CaseFile original, Redacted copy, String ground, Officer by, Instant at, String content,
        String checksum) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Release of(CaseFile original, Redactions redactions, String mask, Officer by, Instant at) {
        Redacted copy = redactions.of(ReleaseParts.of(original), mask);
        String content = JSON.writeValueAsString(content(original, copy, redactions.ground(), by, at));
        return new Release(original, copy, redactions.ground(), by, at, content, checksum(content));
    }

    private static Map<String, Object> content(CaseFile original, Redacted copy, String ground, Officer by,
            Instant at) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", "lotsen-conversation-1");
        content.put("conversation", original.id().toString());
        content.put("recordClass", original.kind().name());
        content.put("channel", original.channel().name());
        content.put("startedAt", original.startedAt().toString());
        content.put("lastWrittenAt", original.touchedAt().toString());
        content.put("releasedAt", at.toString());
        content.put("releasedBy", by.actor().name());
        content.put("digestOfOriginal", original.digest());
        content.put("parts", copy.parts().stream().map(Release::part).toList());
        content.put("ground", ground);
        content.put("redactions", copy.redactions().stream().map(one -> Map.of("part", one.part(), "scope",
                one.scope().name(), "place", one.place())).toList());
        if (copy.redactions().isEmpty()) {
            content.put("stored", original.lines().stream().map(line -> ordered("number", line.number(),
                    "type", line.type(), "at", line.at().toString(), "data", line.data())).toList());
        }
        return content;
    }

    private static Map<String, Object> part(ReleasePart part) {
        return ordered("number", part.number(), "kind", part.kind().name(), "at", part.at().toString(), "who",
                part.who(), "text", part.text());
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    /** A file that tells its own checksum. */
    String file() {
        return file(content, checksum);
    }

    static String file(String content, String checksum) {
        return "{\"checksum\":\"sha256:" + checksum + "\",\"content\":" + content + "}\n";
    }

    /** What the log keeps of the masking: where and how much. */
    String redactionCodes() {
        return copy.redactions().stream().map(Redactions.Redaction::code).collect(Collectors.joining(" "));
    }

    static String checksum(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
