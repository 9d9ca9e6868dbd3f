package se.lotsen.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * A part of a page as it is read: a passage under its own anchor, so that a browser can mark exactly what an answer quotes.
 *
 * @param alsoAnchors of passages that begin inside a block of this one, such as the second half of a long table
 * @param html safe to show as it is; its first element carries the passage's anchor
 */
record PageSection(List<String> alsoAnchors, String html) {

    /** The whole page in its order; every passage's anchor occurs once. */
    static List<PageSection> of(Page page) {
        return of(page.id(), page.metadata().title(), page.markdown());
    }

    /** The same of a text that need not be a page yet. */
    static List<PageSection> of(String id, String title, String markdown) {
        Node document = MarkdownText.parse(markdown);
        PassageSplitter.Cut cut = PassageSplitter.markdown(id, title, document);
        Map<String, List<String>> inside = anchorsInside(cut);
        List<PageSection> sections = new ArrayList<>();
        StringBuilder html = new StringBuilder();
        String anchor = "";
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            String begins = cut.anchorOfNode().get(node);
            if ((begins != null || node instanceof Heading) && !html.isEmpty()) {
                sections.add(new PageSection(inside.getOrDefault(anchor, List.of()), html.toString()));
                html.setLength(0);
            }
            if (begins != null) {
                anchor = begins;
            }
            html.append(MarkdownText.html(node, cut.anchorOfNode()));
        }
        sections.add(new PageSection(inside.getOrDefault(anchor, List.of()), html.toString()));
        return sections;
    }

    private static Map<String, List<String>> anchorsInside(PassageSplitter.Cut cut) {
        Map<String, List<String>> inside = new HashMap<>();
        String carried = "";
        for (Passage passage : cut.passages()) {
            if (cut.anchorOfNode().containsValue(passage.anchor())) {
                carried = passage.anchor();
            } else {
                inside.computeIfAbsent(carried, first -> new ArrayList<>()).add(passage.anchor());
            }
        }
        return inside;
    }
}
