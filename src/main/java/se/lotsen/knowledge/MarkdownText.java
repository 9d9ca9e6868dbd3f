package se.lotsen.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** A page's Markdown as a tree, as plain statements, and as safe HTML with the passages' anchors. */
final class MarkdownText {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(64)
            .build();
    /** Deeper than any page of an editor; renderers descend by recursion and would end the thread at some depth. */
    private static final int MAX_DEPTH = 200;
    private static final DefaultUrlSanitizer SAFE = new DefaultUrlSanitizer(
            List.of("http", "https", "mailto", "tel"));

    private MarkdownText() {
    }

    static Node parse(String markdown) {
        Node document = PARSER.parse(markdown);
        flatten(document);
        return document;
    }

    /** What is nested too deep stands beside what held it; its text stays. */
    private static void flatten(Node document) {
        int depth = 0;
        for (Node node = document; node != null;) {
            if (depth > MAX_DEPTH && node.getFirstChild() != null) {
                Node first = node.getFirstChild();
                for (Node child = first; child != null; child = node.getFirstChild()) {
                    node.insertBefore(child);
                }
                node.unlink();
                node = first;
            } else if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
            } else {
                while (node != null && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                node = node == null ? null : node.getNext();
            }
        }
    }

    /**
     * Raw HTML is shown as text and links other than http, https, mailto and tel lose their target. A picture is its
     * alternative text: a browser would fetch it by itself, and tell whoever serves it who reads what.
     */
    static String html(Node document, Map<Node, String> anchorOfNode) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(SAFE)
                .attributeProviderFactory(context -> anchors(anchorOfNode))
                .nodeRendererFactory(context -> new WithoutPictures(context.getWriter()))
                .build()
                .render(document);
    }

    private record WithoutPictures(HtmlWriter page) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node picture) {
            page.text(plain(picture));
        }
    }

    private static AttributeProvider anchors(Map<Node, String> anchorOfNode) {
        return (node, tagName, attributes) -> {
            String anchor = anchorOfNode.get(node);
            // A table's anchor belongs on the table itself, not on every cell that the renderer asks about.
            if (anchor != null && !Set.of("td", "th", "tr").contains(tagName)) {
                attributes.put("id", anchor);
                attributes.put("tabindex", "-1");
            }
        };
    }

    /** The words of a node as they are read aloud: links by their text, without marks and table borders. */
    static String plain(Node node) {
        return PlainText.of(node).replaceAll("\\s+", " ").strip();
    }

    static List<Statement> statements(Node block, int number) {
        List<Statement> statements = new ArrayList<>();
        if (block instanceof TableBlock table) {
            rows(table, number, statements);
        } else if (block instanceof ListBlock list) {
            items(list, number, statements);
        } else {
            for (String sentence : Sentences.of(plain(block))) {
                statements.add(new Statement(sentence, Statement.Form.SENTENCE, number));
            }
        }
        return statements;
    }

    private static void items(ListBlock list, int number, List<Statement> statements) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            StringBuilder own = new StringBuilder();
            List<ListBlock> nested = new ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof ListBlock inner) {
                    nested.add(inner);
                } else {
                    own.append(plain(part)).append(' ');
                }
            }
            if (!own.toString().isBlank()) {
                statements.add(new Statement(own.toString().strip(), Statement.Form.LIST_ITEM, number));
            }
            nested.forEach(inner -> items(inner, number, statements));
        }
    }

    private static void rows(TableBlock table, int number, List<Statement> statements) {
        List<String> columns = List.of();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    columns = cells((TableRow) row);
                } else {
                    String text = row(columns, cells((TableRow) row));
                    if (!text.isBlank()) {
                        statements.add(new Statement(text, Statement.Form.TABLE_ROW, number));
                    }
                }
            }
        }
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(plain(cell));
            }
        }
        return cells;
    }

    /** Two columns read as "first: second"; more name each column, as a cell alone would not say what it is. */
    private static String row(List<String> columns, List<String> cells) {
        boolean named = cells.size() > 2;
        int said = 0;
        StringBuilder text = new StringBuilder(cells.isEmpty() ? "" : cells.getFirst());
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) {
                continue;
            }
            String column = named && i < columns.size() ? columns.get(i) : "";
            text.append(said++ > 0 ? "; " : column.isEmpty() ? ": " : " – ");
            text.append(column.isEmpty() ? "" : column + ": ").append(cells.get(i));
        }
        return text.toString();
    }
}
