package se.lotsen.extraction;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes what stands in a line: words and links, escaped, so that they mean in Markdown what they mean on the page. */
final class InlineWriter {
    private final Set<Element> holdingBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    /** For the elements below this one. */
    InlineWriter(Element root) {
        for (Element block : root.getAllElements()) {
            if (Tags.BLOCKS.contains(block.normalName())) {
                mark(block.parent());
            }
        }
    }

    private void mark(@Nullable Element around) {
        for (Element at = around; at != null && holdingBlocks.add(at); at = at.parent()) {
            // What is above an element that is marked is marked.
        }
    }

    /** Custom elements, links and spans are blocks when they hold some. */
    boolean isBlock(Element element) {
        return Tags.BLOCKS.contains(element.normalName()) || isHeading(element)
                || holdingBlocks.contains(element);
    }

    static boolean isHeading(Element element) {
        return Tags.isHeading(element) || Tags.isAny(element, "summary", "button")
                || element.attr("role").equals("heading");
    }

    /** Elements that stand side by side with no text between them are drawn apart, as columns or buttons are. */
    static void apart(Element inner, StringBuilder text) {
        if (inner.previousSibling() instanceof Element before && !before.normalName().equals("br")
                && !(inner.nextSibling() instanceof TextNode after && !after.isBlank())) {
            text.append(' ');
        }
    }

    /** The words of an element as one line, with its links. */
    String text(Element element) {
        StringBuilder text = new StringBuilder();
        words(element, text);
        return oneLine(text);
    }

    private void words(Element element, StringBuilder text) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(MarkdownEscape.inline(words.getWholeText()));
            } else if (child instanceof Element inner) {
                boolean apart = isBlock(inner) || inner.normalName().equals("br");
                text.append(apart ? " " : "");
                apart(inner, text);
                inline(inner, text);
                text.append(apart ? " " : "");
            }
        }
    }

    void inline(Element element, StringBuilder text) {
        switch (element.normalName()) {
            case "br" -> text.append('\n');
            case "a" -> link(element, text);
            default -> {
                for (Node child : element.childNodes()) {
                    if (child instanceof TextNode words) {
                        text.append(
                                MarkdownEscape.inline(words.getWholeText().replaceAll("[\\s\\u00a0]+", " ")));
                    } else if (child instanceof Element inner) {
                        apart(inner, text);
                        inline(inner, text);
                    }
                }
            }
        }
    }

    private void link(Element link, StringBuilder text) {
        StringBuilder words = new StringBuilder();
        words(link, words);
        String said = oneLine(words);
        String target = target(link);
        if (said.isEmpty()) {
            return;
        }
        boolean spaceBefore = !words.isEmpty() && Character.isWhitespace(words.charAt(0));
        boolean spaceAfter = !words.isEmpty() && Character.isWhitespace(words.charAt(words.length() - 1));
        text.append(spaceBefore ? " " : "")
                .append(target.isEmpty() ? said : "[" + said + "](" + MarkdownEscape.target(target) + ")")
                .append(spaceAfter ? " " : "");
    }

    /** Where a link leads, in full; nothing for what no page may lead to, and for places on the same page. */
    private static String target(Element link) {
        String written = link.attr("href").strip();
        if (written.isEmpty() || written.startsWith("#")) {
            return "";
        }
        String absolute = link.absUrl("href");
        String target = absolute.isEmpty() ? written : absolute;
        String lower = target.toLowerCase(Locale.ROOT);
        if (!lower.matches("(?s)(?:https?://|mailto:|tel:).*") || target.length() > 1_000) {
            return "";
        }
        try {
            return new URI(target.replace(" ", "%20")).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    static String oneLine(StringBuilder text) {
        return text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
