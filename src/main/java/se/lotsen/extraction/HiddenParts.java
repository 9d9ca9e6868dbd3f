package se.lotsen.extraction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes away what no reader sees: scripts, fields, elements that are hidden. What is only folded stays and is opened: the
 * panels of accordions and tabs hide their text until somebody presses their heading.
 */
final class HiddenParts {
    private static final String NEVER_TEXT = "script, style, noscript, template, svg, math, iframe, object, embed, applet, canvas,"
            + " audio, video, img, picture, map, input, select, textarea, datalist, option, optgroup, progress, meter, dialog,"
            + " link, meta, base, frame, frameset, head > *";
    private static final Pattern STYLE = Pattern.compile(
            "(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Pattern PANEL = Pattern.compile(
            "(?i)(?:accordion|expand|collaps|dragspel|fold|toggle|tab)[\\w-]*(?:panel|content|body|pane|text|innehåll)|\\bcollapse\\b");
    private static final Pattern FOR_EARS = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?|assistive-?text|offscreen|skip-?link)(?:$|[\\s_-])");

    private HiddenParts() {
    }

    static void remove(Document page) {
        page.select(NEVER_TEXT).remove();
        Set<String> opened = openedByAButton(page);
        for (Element element : page.body().getAllElements()) {
            if (element != page.body() && isHidden(element) && !isFolded(element, opened)) {
                element.remove();
            } else if (element.normalName().equals("button") && !opens(element)) {
                element.remove();
            }
        }
        unwrapForms(page);
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")
                || STYLE.matcher(element.attr("style")).find()
                || FOR_EARS.matcher(element.className()).find();
    }

    private static boolean isFolded(Element element, Set<String> opened) {
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        return !element.id().isEmpty() && opened.contains(element.id()) || role.equals("tabpanel")
                || role.equals("region") && element.hasAttr("aria-labelledby")
                || element.parent() != null && element.parent().normalName().equals("details")
                || PANEL.matcher(element.className()).find() || followsAnOpener(element);
    }

    /** Its heading is a button that says whether it is unfolded. */
    private static boolean followsAnOpener(Element element) {
        Element before = element.previousElementSibling();
        return before != null
                && (before.hasAttr("aria-expanded") || before.selectFirst("[aria-expanded]") != null
                        && before.is("button, h1, h2, h3, h4, h5, h6, dt, p, div"));
    }

    /** The ids of elements that some control folds and unfolds. */
    private static Set<String> openedByAButton(Document page) {
        Set<String> opened = new HashSet<>();
        for (Element control : page
                .select("[aria-controls], [data-target], [data-bs-target], [aria-expanded][href^=#],"
                        + " [role=tab][href^=#], [data-toggle][href^=#]")) {
            for (String name : new String[]{"aria-controls", "data-target", "data-bs-target", "href"}) {
                for (String id : control.attr(name).split("\\s+")) {
                    opened.add(id.startsWith("#") ? id.substring(1) : id);
                }
            }
        }
        return opened;
    }

    private static boolean opens(Element button) {
        return button.hasAttr("aria-expanded") || button.hasAttr("aria-controls")
                || button.hasAttr("data-target")
                || button.hasAttr("data-bs-target")
                || isInHeading(button);
    }

    private static boolean isInHeading(Element button) {
        for (Element at = button.parent(); at != null; at = at.parent()) {
            if (Tags.isHeading(at) || Tags.isAny(at, "summary", "dt")) {
                return true;
            }
        }
        return false;
    }

    /** Some publishing systems put the whole page into one form; that is no form for the reader. */
    private static void unwrapForms(Document page) {
        TextWeight weight = TextWeight.of(page.body());
        for (Element form : page.select("form")) {
            if (!form.select("h1, main, article, [role=main]").isEmpty()
                    || weight.text(form) > weight.text(page.body()) / 3) {
                form.unwrap();
            } else {
                form.remove();
            }
        }
    }
}
