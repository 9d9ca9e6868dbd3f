package se.lotsen.extraction;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Kinds of elements, asked for too often to be looked up by a selector. */
final class Tags {
    static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    /** What begins a line of its own. */
    static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "center", "dd",
            "details",
            "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
            "h5",
            "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
            "table",
            "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "legend", "hgroup", "search",
            "body");

    private Tags() {
    }

    static boolean isHeading(Element element) {
        return HEADINGS.contains(element.normalName());
    }

    static boolean isAny(Element element, String... names) {
        for (String name : names) {
            if (element.normalName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
