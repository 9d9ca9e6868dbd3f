package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes a list, and the lists in its items, as lines of Markdown. */
final class ListWriter {
    private final InlineWriter inline;
    private final Predicate<String> leftOut;

    /** @param leftOut lines that are no part of the text */
    ListWriter(InlineWriter inline, Predicate<String> leftOut) {
        this.inline = inline;
        this.leftOut = leftOut;
    }

    List<String> lines(Element list) {
        List<String> lines = new ArrayList<>();
        items(list, 0, lines);
        return lines;
    }

    private void items(Element list, int depth, List<String> lines) {
        int number = 1;
        boolean ordered = list.normalName().equals("ol");
        for (Element item : list.children()) {
            if (Tags.isAny(item, "ul", "ol")) {
                items(item, depth + 1, lines);
                continue;
            }
            StringBuilder own = new StringBuilder();
            List<Element> nested = new ArrayList<>();
            inItem(item, own, nested);
            String text = InlineWriter.oneLine(own);
            if (!text.isEmpty() && !leftOut.test(text)) {
                lines.add("   ".repeat(depth) + (ordered ? number++ + ". " : "- ")
                        + MarkdownEscape.lineStart(text));
            }
            for (Element inner : nested) {
                items(inner, text.isEmpty() ? depth : depth + 1, lines);
            }
        }
    }

    private void inItem(Element element, StringBuilder own, List<Element> nested) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                own.append(MarkdownEscape.inline(text.getWholeText()));
            } else if (child instanceof Element inner) {
                if (Tags.isAny(inner, "ul", "ol", "menu")) {
                    nested.add(inner);
                } else if (inline.isBlock(inner)) {
                    own.append(' ');
                    inItem(inner, own, nested);
                    own.append(' ');
                } else {
                    InlineWriter.apart(inner, own);
                    inline.inline(inner, own);
                }
            }
        }
    }
}
