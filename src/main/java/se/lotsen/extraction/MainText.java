package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Finds the element that holds a page's own text, and takes from it what is not that text. Where a page says which part is its
 * main one, that is believed; where it does not, the smallest element with nearly all running text is taken (text density
 * as in Kohlschütter et al., Boilerplate Detection using Shallow Text Features, WSDM 2010).
 */
final class MainText {
    private static final Set<String> ROLES = Set.of("navigation", "banner", "contentinfo", "search", "dialog",
            "alertdialog", "menu", "menubar", "toolbar", "status", "log");
    private static final String HEADING = "h1, h2, h3, h4, h5, h6";
    private static final double NEARLY_ALL = 0.85;
    private static final double LARGE_PART = 0.4;

    private final Document page;
    private final @Nullable Element heading;
    private final boolean believing;
    private TextWeight weight;
    private boolean marked;

    private MainText(Document page, @Nullable Element heading, boolean believing) {
        this.page = page;
        this.heading = heading;
        this.believing = believing;
        this.weight = TextWeight.of(page.body());
    }

    /**
     * The main element, with the page's own text alone left in it.
     *
     * @param believing whether what the page marks as its main part is taken for that
     */
    static Element of(Document page, @Nullable Element heading, boolean believing) {
        return new MainText(page, heading, believing).find();
    }

    private Element find() {
        layoutTables();
        Element root = believing ? markedRoot() : null;
        marked = root != null;
        Element from = root == null ? page.body() : root;
        prune(from);
        weight = TextWeight.of(from);
        Element found = root == null ? densest(from) : root;
        beforeHeading(found);
        new SideMatter(found, heading, marked).remove();
        return found;
    }

    /** A table that only arranges boxes is read as boxes. */
    private void layoutTables() {
        for (Element table : page.select("table").reversed()) {
            boolean arranges = table.attr("role").equals("presentation") || table.attr("role").equals("none")
                    || !table.select("h1, h2, td table, form, ul + p, td p + p, td div p, td ul li a")
                            .isEmpty()
                            && table.select("th, caption").stream()
                                    .noneMatch(cell -> cell.closest("table") == table);
            if (arranges) {
                table.select(
                        "> tbody, > thead, > tfoot, > tr, > tbody > tr, > thead > tr, > tfoot > tr, > tbody > tr > td,"
                                + " > tr > td, > tbody > tr > th, > thead > tr > td")
                        .tagName("div");
                table.tagName("div");
            }
        }
    }

    private @Nullable Element markedRoot() {
        List<Element> mains = page.select("main, [role=main]").stream()
                .filter(main -> main.parents().stream().noneMatch(this::isMain)).toList();
        if (mains.size() == 1) {
            return mains.getFirst();
        }
        List<Element> articles = page.select("article, [itemprop=articleBody]").stream()
                .filter(article -> article.parents().stream()
                        .noneMatch(around -> around.normalName().equals("article")))
                .toList();
        int running = running(page.body());
        return mains.isEmpty()
                ? articles.stream().filter(article -> running(article) > running * 0.6)
                        .findFirst().orElse(null)
                : null;
    }

    private boolean isMain(Element element) {
        return element.normalName().equals("main") || element.attr("role").equals("main");
    }

    /** Letters that stand in no link. */
    private int running(Element element) {
        return weight.plain(element);
    }

    private void prune(Element root) {
        int all = Math.max(1, running(root));
        List<Element> left = new ArrayList<>(root.children());
        while (!left.isEmpty()) {
            Element element = left.removeLast();
            if (isClutter(element, root) && !holdsThePage(element, all)) {
                element.remove();
            } else {
                left.addAll(element.children());
            }
        }
    }

    /** Whether nothing of the page would be left without it. Names may be wrong about that, landmarks are not. */
    private boolean holdsThePage(Element element, int all) {
        return heading != null && (element == heading || heading.parents().contains(element))
                || !isLandmark(element) && running(element) > all * LARGE_PART;
    }

    private static boolean isLandmark(Element element) {
        return Tags.isAny(element, "nav", "footer", "menu")
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT));
    }

    private boolean isClutter(Element element, Element root) {
        String tag = element.normalName();
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        if (isLandmark(element) || Breadcrumbs.isOne(element)) {
            return true;
        }
        if (tag.equals("header") && !marked) {
            return true;
        }
        boolean complementary = tag.equals("aside") || role.equals("complementary");
        if (complementary && !isFactBox(element)) {
            return true;
        }
        return element != root && !tag.equals("body") && !Tags.isHeading(element) && !insideText(element)
                && ClutterWords.named(element, !marked);
    }

    /** Names of words inside a running text say how they look, not what they are. */
    private static boolean insideText(Element element) {
        Element around = element.parent();
        return around != null && (around.normalName().equals("p") || Tags.isHeading(around))
                && !element.isBlock();
    }

    /** An aside that tells the reader something: more text than links, and no announcement of something else. */
    private boolean isFactBox(Element aside) {
        Element first = aside.selectFirst(HEADING);
        return marked && weight.text(aside) >= 30 && weight.linkShare(aside) < 0.35
                && (first == null || !ClutterWords.headed(first.text()));
    }

    /** The smallest element that holds nearly all running text. */
    private Element densest(Element from) {
        int all = Math.max(1, running(from));
        Element at = from;
        while (true) {
            Element next = null;
            for (Element child : at.children()) {
                if (running(child) >= all * NEARLY_ALL && !Tags.isHeading(child)
                        && !Tags.isAny(child, "p", "ul", "ol", "table", "dl")) {
                    next = child;
                }
            }
            if (next == null || heading != null && heading.hasParent() && heading.parents().contains(at)
                    && !heading.parents().contains(next)) {
                return at;
            }
            at = next;
        }
    }

    /** What stands before a page's heading leads to other pages. */
    private void beforeHeading(Element root) {
        if (heading == null || heading.parent() == null || !heading.parents().contains(root)) {
            return;
        }
        Element at = heading;
        while (at != null && at != root) {
            for (Node before = at.previousSibling(); before != null;) {
                Node next = before.previousSibling();
                before.remove();
                before = next;
            }
            at = at.parent();
        }
    }
}
