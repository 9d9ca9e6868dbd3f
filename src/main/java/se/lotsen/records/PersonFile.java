package se.lotsen.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.conversation.CaseFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that there is about a person in some conversations (GDPR, article 15), with a checksum as of a {@link Release}. Nothing
 * is masked in it beyond what was masked when it came: it is for the person, once the officer knows who it is.
 */
record PersonFile(List<Part> parts, Instant at, Officer by, String content, String checksum) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One conversation: what was said, and all rows of the database. */
    record Part(CaseFile file, List<ReleasePart> said, Map<String, List<Map<String, Object>>> rows) {
        /** For a table to be read. */
        public List<String> columns(String table) {
            return PersonRows.columns(rows.getOrDefault(table, List.of()));
        }
    }

    static PersonFile of(List<CaseFile> files, PersonRows rows, Officer by, Instant at) {
        List<Part> parts = new ArrayList<>();
        for (CaseFile file : files) {
            parts.add(new Part(file, ReleaseParts.of(file), rows.of(file.id())));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", "lotsen-person-1");
        content.put("madeAt", at.toString());
        content.put("madeBy", by.actor().name());
        content.put("conversations", parts.stream().map(PersonFile::part).toList());
        String json = JSON.writeValueAsString(content);
        return new PersonFile(List.copyOf(parts), at, by, json, Release.checksum(json));
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("conversation", part.file().id().toString());
        content.put("recordClass", part.file().kind().name());
        content.put("digest", part.file().digest());
        content.put("tables", part.rows());
        return content;
    }

    /** A file that tells its own checksum. */
    String file() {
        return Release.file(content, checksum);
    }
}
