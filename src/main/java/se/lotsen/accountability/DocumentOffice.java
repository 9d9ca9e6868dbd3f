package se.lotsen.accountability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the documents as they are true now. */
final class DocumentOffice {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
            .sanitizeUrls(true).attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("th")) {
                    attributes.put("scope", "col");
                }
            }).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final RunningFacts facts;

    DocumentOffice(RunningFacts facts) {
        this.facts = facts;
    }

    String markdown(DocumentKind kind) {
        Map<String, String> now = new TreeMap<>(facts.now());
        if (kind == DocumentKind.REGISTER) {
            now.put("register", rows(JSON.valueToTree(RegisterEntry.of(now))));
        }
        return DocumentTemplate.read(kind.word() + ".md").fill(now);
    }

    private static String rows(JsonNode entry) {
        StringBuilder rows = new StringBuilder();
        entry.forEachEntry(
                (field, value) -> rows.append(rows.isEmpty() ? "" : "\n").append("| `").append(field)
                        .append("` | ")
                        .append((value.isString() ? value.asString() : value.toString()).replace("|", "\\|"))
                        .append(" |"));
        return rows.toString();
    }

    /** Safe to stand in a page. */
    String html(DocumentKind kind) {
        return HTML.render(PARSER.parse(markdown(kind)));
    }

    String registerJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(RegisterEntry.of(facts.now()));
    }
}
