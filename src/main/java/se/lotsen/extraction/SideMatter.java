package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/** Takes from a page's main part what is beside its subject: further reading, opinions, announcements, lists of links. */
final class SideMatter {
    private static final String HEADING = "h1, h2, h3, h4, h5, h6";
    private static final Set<String> TITLES = Set.of("p", "div", "span", "strong", "b", "summary", "dt",
            "legend", "label",
            "li", "a");
    private static final Pattern DOCUMENT = Pattern
            .compile("(?i)\\.(?:pdf|docx?|xlsx?|odt|ods)(?:$|[?#])|^(?:mailto|tel):");
    /** A section beside the text that is longer than this is no box. */
    private static final int LARGEST_BOX = 1_500;
    private static final int LONGEST_ASIDE = 400;
    private static final int LARGEST_ANNOUNCEMENT = 300;

    private final Element root;
    private final @Nullable Element heading;
    private final boolean marked;
    private TextWeight weight;

    /** @param marked whether the page itself says that this is its main part */
    SideMatter(Element root, @Nullable Element heading, boolean marked) {
        this.root = root;
        this.heading = heading;
        this.marked = marked;
        this.weight = TextWeight.of(root);
    }

    void remove() {
        sections();
        weight = TextWeight.of(root);
        announcements();
        weight = TextWeight.of(root);
        linkLists();
    }

    /** Sections whose heading announces something beside the text, with all that belongs to the heading. */
    private void sections() {
        for (Element title : root.getAllElements()) {
            if (title == root || title.parent() == null || title == heading || !isTitle(title)
                    || weight.text(title) > 150 || !ClutterWords.headed(title.text())) {
                continue;
            }
            Element box = box(title);
            if (box == title) {
                following(title);
            } else if (!isText(weight.text(box), weight.plain(box))) {
                box.remove();
            }
        }
    }

    private boolean isTitle(Element element) {
        if (Tags.isHeading(element)) {
            return true;
        }
        if (!TITLES.contains(element.normalName()) || element.childrenSize() > 1
                || !weight.isSmall(element, 100)
                || weight.text(element) == 0) {
            return false;
        }
        if (!Tags.isAny(element, "dt", "label", "li", "a")) {
            return true;
        }
        Element next = element.nextElementSibling();
        return element.text().endsWith("?")
                || next != null && Tags.isAny(next, "ul", "ol", "div", "form", "nav");
    }

    /** The largest element around a title that begins with it and holds no other subject. */
    private Element box(Element title) {
        Element box = title;
        for (Element around = title.parent(); around != null && around != root; around = around.parent()) {
            if (weight.text(around) > LARGEST_BOX
                    || heading != null && heading.parents().contains(around)) {
                break;
            }
            boolean begins = around.text().startsWith(title.text());
            long others = around.select(HEADING).stream().filter(other -> other != title
                    && !title.parents().contains(other) && level(other) <= level(title)
                    && !ClutterWords.headed(other.text())).count();
            if (!begins || others > 0) {
                break;
            }
            box = around;
        }
        return box;
    }

    private static int level(Element element) {
        return Tags.isHeading(element) ? element.normalName().charAt(1) - '0' : 7;
    }

    /** The title and what follows it until the next one, as long as it is links and short lines. */
    private void following(Element title) {
        List<Element> parts = new ArrayList<>();
        int letters = 0;
        int plain = 0;
        for (Element next = title.nextElementSibling(); next != null && !Tags.isHeading(next)
                && next.selectFirst(HEADING) == null; next = next.nextElementSibling()) {
            boolean links = weight.linkShare(next) > 0.5;
            if (!links && (level(title) == 7 || weight.text(next) > 300)) {
                break;
            }
            parts.add(next);
            letters += weight.text(next);
            plain += weight.plain(next);
        }
        if (isText(letters, plain)) {
            return;
        }
        parts.forEach(Element::remove);
        if (level(title) < 7 || !parts.isEmpty()) {
            title.remove();
        }
    }

    /** A heading may say "Språk" or "Kalender" of the page's own subject: what is long and leads nowhere is text. */
    private static boolean isText(int letters, int plain) {
        return letters > LONGEST_ASIDE && plain > letters * 0.8;
    }

    /** Boxes that lead to news or to an app, and lines about cookies on pages that are about something else. */
    private void announcements() {
        boolean aboutCookies = heading != null && ClutterWords.consent(heading.text() + " används");
        for (Element element : root.getAllElements()) {
            if (element == root || !element.hasParent() || element == heading
                    || !weight.isSmall(element, LARGEST_ANNOUNCEMENT) || weight.text(element) == 0) {
                continue;
            }
            if (element.normalName().equals("a") && ClutterWords.leadsAway(element.text())) {
                announcement(element).remove();
            } else if (!aboutCookies && element.isBlock() && ClutterWords.consent(element.text())) {
                element.remove();
            }
        }
    }

    private Element announcement(Element link) {
        Element box = link;
        for (Element around = link.parent(); around != null && around != root; around = around.parent()) {
            if (weight.text(around) > LARGEST_ANNOUNCEMENT || around.select(HEADING).size() > 1
                    || Tags.isAny(around, "ul", "ol", "table", "tr")
                    || heading != null && heading.parents().contains(around)) {
                break;
            }
            box = around;
        }
        return box;
    }

    /** Lists of links that belong to no text: those before it, and in an unmarked page those without a subject, too. */
    private void linkLists() {
        for (Element list : root.select("ul, ol, div, section, table")) {
            if (list == root || list.parent() == null || weight.links(list) < 3
                    || weight.linkShare(list) < 0.8
                    || heading != null && heading.parents().contains(list)) {
                continue;
            }
            boolean jumps = list.select("a").stream().allMatch(link -> link.attr("href").startsWith("#"));
            boolean documents = list.select("a").stream()
                    .anyMatch(link -> DOCUMENT.matcher(link.attr("href")).find());
            if (jumps || !documents && !marked && list.selectFirst(HEADING) == null && !follows(list)) {
                list.remove();
            }
        }
    }

    /** Whether a list follows its subject: a heading or a running text beside it. */
    private boolean follows(Element list) {
        Element before = list.previousElementSibling();
        return before != null
                && (Tags.isHeading(before) || weight.linkShare(before) < 0.5 && weight.text(before) > 20);
    }
}
