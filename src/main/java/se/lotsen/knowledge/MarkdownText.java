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
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page's Markdown as a tree, as plain statements, and as safe HTML with the passages' anchors. */
final class MarkdownText {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(64)
            .build();

    private MarkdownText() {
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Raw HTML is shown as text and links other than http, https, mailto and tel lose their target. */
    static String html(Node document, Map<Node, String> anchorOfNode) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> anchors(anchorOfNode))
                .build()
                .render(document);
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
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                text.append(' ');
            }

            @Override
            public void visit(FencedCodeBlock block) {
                text.append(block.getLiteral());
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                text.append(block.getLiteral());
            }

            @Override
            public void visit(Paragraph paragraph) {
                visitChildren(paragraph);
                text.append(' ');
            }
        });
        return text.toString().replaceAll("\\s+", " ").strip();
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
        StringBuilder text = new StringBuilder(cells.isEmpty() ? "" : cells.getFirst());
        for (int i = 1; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) {
                continue;
            }
            text.append(i == 1 ? ": " : ", ");
            if (cells.size() > 2 && i < columns.size() && !columns.get(i).isEmpty()) {
                String column = columns.get(i);
                text.append(column.substring(0, 1).toLowerCase(java.util.Locale.ROOT))
                        .append(column.substring(1))
                        .append(' ');
            }
            text.append(cells.get(i));
        }
        return text.toString();
    }
}
