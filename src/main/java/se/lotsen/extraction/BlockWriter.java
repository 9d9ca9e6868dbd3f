package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the elements of a page as blocks of Markdown. Descends by recursion, as the parser bounds the depth. */
final class BlockWriter {
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, summary, [role=heading]";
    private static final int LONGEST_BOLD_HEADING = 80;
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private final List<Block> blocks = new ArrayList<>();
    private final InlineWriter inline;
    private final StringBuilder line = new StringBuilder();
    private int lastLevel = 1;

    /** Whether lines that steer the page are left out. */
    private final boolean cleaning;

    private BlockWriter(Element root, boolean cleaning) {
        this.inline = new InlineWriter(root);
        this.cleaning = cleaning;
    }

    /** A page's text, without the lines in it that steer the page. */
    static List<Block> page(Element root) {
        return write(root, true);
    }

    /** A text that is nothing but itself. */
    static List<Block> all(Element root) {
        return write(root, false);
    }

    private static List<Block> write(Element root, boolean cleaning) {
        BlockWriter writer = new BlockWriter(root, cleaning);
        writer.children(root);
        writer.flush();
        return writer.blocks;
    }

    private void children(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(MarkdownEscape.inline(text.getWholeText().replaceAll("[\\s\\u00a0]+", " ")));
            } else if (child instanceof Element inner) {
                if (inline.isBlock(inner)) {
                    flush();
                    block(inner);
                    flush();
                } else {
                    InlineWriter.apart(inner, line);
                    inline.inline(inner, line);
                }
            }
        }
    }

    private void block(Element element) {
        String tag = element.normalName();
        switch (tag) {
            case "ul", "ol", "menu" -> list(element);
            case "dl" -> definitions(element);
            case "table" -> table(element);
            case "pre" -> children(element);
            default -> {
                if (InlineWriter.isHeading(element)) {
                    heading(element);
                } else if (isBoldHeading(element)) {
                    add(Math.min(6, lastLevel + 1), inline.text(element));
                } else {
                    children(element);
                }
            }
        }
    }

    private void heading(Element element) {
        int level = switch (element.normalName()) {
            case "summary", "button" -> Math.min(6, lastLevel + 1);
            default -> element.attr("role").equals("heading")
                    ? element.attr("aria-level").matches("[1-6]")
                            ? Integer.parseInt(element.attr("aria-level"))
                            : 2
                    : element.normalName().charAt(1) - '0';
        };
        if (!Tags.isAny(element, "summary", "button")) {
            lastLevel = level;
        }
        add(level, inline.text(element));
    }

    /** A short line that is bold as a whole and ends no sentence: older systems have no other headings. */
    private static boolean isBoldHeading(Element element) {
        if (!element.normalName().equals("p") || element.childrenSize() != 1
                || !element.ownText().isBlank()) {
            return false;
        }
        String text = element.text();
        Element next = element.nextElementSibling();
        return Tags.isAny(element.child(0), "strong", "b") && text.length() <= LONGEST_BOLD_HEADING
                && !text.matches(".*[.:;,!]$") && next != null && next.is("p, ul, ol, table, div, dl")
                && !isBoldOnly(next);
    }

    private static boolean isBoldOnly(Element element) {
        return element.normalName().equals("p") && element.childrenSize() == 1 && element.ownText().isBlank()
                && Tags.isAny(element.child(0), "strong", "b");
    }

    private void list(Element list) {
        // Some build accordions and cards as lists; their items are sections of their own.
        if (list.selectFirst(HEADINGS + ", table, dl, button") != null) {
            list.children().forEach(item -> {
                children(item);
                flush();
            });
            return;
        }
        List<String> lines = new ListWriter(inline, this::isSteering).lines(list);
        if (!lines.isEmpty()) {
            blocks.add(new Block(0, String.join("\n", lines)));
        }
    }

    /** A term and what it means are read together. */
    private void definitions(Element list) {
        List<String> lines = new ArrayList<>();
        String term = "";
        for (Element part : list.select("dt, dd")) {
            if (part.closest("dl") != list) {
                continue;
            }
            if (part.selectFirst("ul, ol, table, p + p, " + HEADINGS) != null
                    && part.normalName().equals("dd")) {
                section(lines, term, part);
                term = "";
            } else if (part.normalName().equals("dt")) {
                term = lines(lines, term);
                term = inline.text(part);
            } else {
                lines.add("- " + MarkdownEscape.lineStart(joined(term, inline.text(part))));
                term = "";
            }
        }
        lines(lines, term);
        if (!lines.isEmpty()) {
            blocks.add(new Block(0, String.join("\n", lines)));
        }
    }

    private static String joined(String term, String meaning) {
        return term.isEmpty() ? meaning : term.replaceFirst("\\s*:$", "") + ": " + meaning;
    }

    private static String lines(List<String> lines, String term) {
        if (!term.isEmpty()) {
            lines.add("- " + MarkdownEscape.lineStart(term));
        }
        return "";
    }

    /** A meaning that is a text of its own stands under its term as a heading. */
    private void section(List<String> lines, String term, Element meaning) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(0, String.join("\n", lines)));
            lines.clear();
        }
        if (!term.isEmpty()) {
            add(Math.min(6, lastLevel + 1), term);
        }
        children(meaning);
        flush();
    }

    private void table(Element table) {
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            add(0, inline.text(caption));
        }
        String written = TableWriter.write(table, inline::text);
        if (!written.isEmpty()) {
            blocks.add(new Block(0, written));
        }
    }

    private void flush() {
        String text = line.toString();
        line.setLength(0);
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n")) {
            String stripped = part.replaceAll("[\\s\\u00a0]+", " ").strip();
            if (!stripped.isEmpty()) {
                lines.add(MarkdownEscape.lineStart(stripped));
            }
        }
        if (!lines.isEmpty()) {
            add(0, String.join("\\\n", lines));
        }
    }

    private void add(int level, String markdown) {
        if (!markdown.isBlank() && !isSteering(markdown)) {
            blocks.add(new Block(level, level > 0 ? markdown.replace("\\\n", " ") : markdown));
        }
    }

    private boolean isSteering(String line) {
        return cleaning && ClutterWords.line(LINK.matcher(line).replaceAll("$1"));
    }
}
