package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way from the start page to a page, as the page shows it or as schema.org's BreadcrumbList says it.
 *
 * @param shown the element that shows it; null when only programs are told
 * @param steps outermost first; empty when the page says nothing
 */
record Breadcrumbs(@Nullable Element shown, List<String> steps) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)bread-?_?crumb|br[öo]dsmul|\\bdu är här|you are here|sökväg|länkstig|(?<![a-z])crumbs?(?![a-z])");
    private static final Pattern HERE = Pattern.compile("(?iu)^\\s*du är här\\s*:?\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[>»›→/|\\\\•·]|::|&gt;)\\s*");
    /** The first step of a way that nothing else says is one. */
    private static final Pattern HOME = Pattern
            .compile("(?iu)(?:till )?(?:start(?:sida|sidan)?|hem|home|förstasidan)");
    private static final Pattern TOOLS = Pattern.compile(
            "(?iu)(?:sök|kontakt.*|webbkarta|english|logga in|lyssna|meny|mitt konto|självservice|press|nyheter)");
    private static final int LONGEST = 300;
    private static final int MOST_STEPS = 8;

    /** Whether an element shows the way, by its name for programs or for ears. */
    static boolean isOne(Element element) {
        return LABEL.matcher(element.className() + " " + element.id() + " " + element.attr("aria-label"))
                .find()
                || element.attr("itemtype").endsWith("BreadcrumbList");
    }

    /** @param heading the page's own; what shows the way stands before it. Null when there is none. */
    static Breadcrumbs of(Document page, @Nullable Element heading) {
        Breadcrumbs beforeHeading = new Breadcrumbs(null, List.of());
        TextWeight weight = TextWeight.of(page);
        for (Element element : page.getAllElements()) {
            if (element == heading) {
                break;
            }
            if (element.tagName().equals("body") || weight.text(element) == 0
                    || !weight.isSmall(element, LONGEST)) {
                continue;
            }
            boolean named = isOne(element);
            if (named || HERE.matcher(element.text()).find()
                    || HOME.matcher(firstWords(element)).lookingAt()) {
                List<String> steps = steps(element);
                if (!steps.isEmpty() && named) {
                    return new Breadcrumbs(element, steps);
                }
                if (looksLikeAWay(element, steps)) {
                    beforeHeading = new Breadcrumbs(element, steps);
                }
            }
        }
        List<String> structured = structured(page);
        return structured.isEmpty() ? beforeHeading : new Breadcrumbs(beforeHeading.shown, structured);
    }

    private static String firstWords(Element element) {
        String text = element.text().strip();
        return text.substring(0, Math.min(20, text.length()));
    }

    private static boolean looksLikeAWay(Element element, List<String> steps) {
        return steps.size() >= 2 && steps.size() <= MOST_STEPS
                && (HERE.matcher(element.text()).find() || HOME.matcher(steps.getFirst()).matches())
                && steps.stream().noneMatch(step -> TOOLS.matcher(step).matches());
    }

    private static List<String> steps(Element shown) {
        List<String> steps = new ArrayList<>();
        List<Element> items = shown.select("li").stream().filter(item -> item.select("li").size() == 1)
                .toList();
        if (items.isEmpty()) {
            split(shown, steps);
        } else {
            items.forEach(item -> add(item.text(), steps));
        }
        return List.copyOf(steps);
    }

    /** Links with signs between them; what stands between two signs is one step, linked or not. */
    private static void split(Element shown, List<String> steps) {
        if (shown.children().isEmpty() || SEPARATOR.matcher(shown.text()).find()) {
            for (String part : SEPARATOR.split(shown.text())) {
                add(part, steps);
            }
            return;
        }
        Element holder = shown;
        while (holder.childrenSize() == 1 && holder.ownText().isBlank()) {
            holder = holder.child(0);
        }
        for (Node part : holder.childNodes()) {
            if (part instanceof TextNode text) {
                add(text.text(), steps);
            } else if (part instanceof Element inner) {
                add(inner.text(), steps);
            }
        }
    }

    private static void add(String text, List<String> steps) {
        String step = SEPARATOR.matcher(HERE.matcher(text).replaceFirst("")).replaceAll(" ").strip();
        if (!step.isEmpty()) {
            steps.add(step);
        }
    }

    private static List<String> structured(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                for (JsonNode items : JSON.readTree(script.data()).findValues("itemListElement")) {
                    List<String> steps = new ArrayList<>();
                    items.forEach(item -> named(item, steps));
                    if (!steps.isEmpty()) {
                        return List.copyOf(steps);
                    }
                }
            } catch (JacksonException e) {
                // Broken metadata is no metadata.
            }
        }
        return List.of();
    }

    private static void named(JsonNode item, List<String> steps) {
        JsonNode name = item.findValue("name");
        if (item.path("@type").asString("").toLowerCase(Locale.ROOT).equals("listitem") && name != null
                && name.isString()) {
            add(name.asString(), steps);
        }
    }
}
