package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** True sentences in plain Swedish about one passage each, by somebody who saw the pages but not the check. */
final class FaithfulSentences {
    private static final Path FILE = Path.of("src/test/resources/se/lotsen/security/faithful.jsonl");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FaithfulSentences() {
    }

    /** A row of the file; rows whose number leaves 1 when divided by 3 are held out. */
    record Row(int number, Page page, Passage passage, String sentence) {
        boolean isHeldOut() {
            return number % 3 == 1;
        }
    }

    static List<Row> read(Library library) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
            JsonNode json = JSON.readTree(line);
            Page page = library.page(json.required("page").asString()).orElseThrow();
            String heading = json.required("heading").asString();
            Passage passage = page.passages().stream().filter(one -> one.heading().equals(heading))
                    .findFirst()
                    .orElseThrow();
            rows.add(new Row(Integer.parseInt(json.required("id").asString().substring(1)), page, passage,
                    json.required("sentence").asString()));
        }
        return rows;
    }
}
