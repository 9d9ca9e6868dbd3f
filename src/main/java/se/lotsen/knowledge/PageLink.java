package se.lotsen.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * A link in a page's text.
 *
 * @param target its address as the editor has written it
 * @param text what is read of it
 * @param anchor of the passage that it stands in
 */
public record PageLink(String target, String text, String anchor) {

    /** Every link of a page's text in order; those of its front matter are fields. */
    public static List<PageLink> of(Page page) {
        Node document = MarkdownText.parse(page.markdown());
        PassageSplitter.Cut cut = PassageSplitter.markdown(page.id(), page.metadata().title(), document);
        List<PageLink> links = new ArrayList<>();
        String anchor = PassageSplitter.LEAD_ANCHOR;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            anchor = cut.anchorOfNode().getOrDefault(node, anchor);
            node.accept(new Collecting(links, anchor));
        }
        return List.copyOf(links);
    }

    private static final class Collecting extends AbstractVisitor {
        private final List<PageLink> links;
        private final String anchor;

        private Collecting(List<PageLink> links, String anchor) {
            this.links = links;
            this.anchor = anchor;
        }

        @Override
        public void visit(Link link) {
            links.add(new PageLink(link.getDestination(), MarkdownText.plain(link), anchor));
        }
    }
}
