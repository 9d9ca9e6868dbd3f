package se.lotsen.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself, read before anything is taken away from it.
 *
 * @param heading the element that holds the title; null when it stands in the metadata alone
 */
record PageHead(String title, @Nullable Element heading, Breadcrumbs way, FoundDates dates,
        String language) {
    /** Between a page's title and its site's. */
    private static final Pattern SUFFIX = Pattern.compile("\\s+(?:[-–—|»·•:]|::)\\s+");
    private static final Pattern MUNICIPALITY = Pattern
            .compile("(?iu)\\b(?:kommun|stad|region|municipality)$|\\.se$");
    private static final Pattern SITE_PARTS = Pattern.compile(
            "(?i)\\b(?:logo|logotype|brand|site-?(?:name|title|header)|masthead|sidhuvud)");

    static PageHead of(Document page) {
        Element heading = heading(page);
        String title = heading == null ? metaTitle(page) : heading.text().strip();
        String lang = Optional.ofNullable(page.selectFirst("html")).map(html -> html.attr("lang")).orElse("");
        String language = lang.split("[-_]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new PageHead(title, heading, Breadcrumbs.of(page, heading), FoundDates.of(page),
                language.matches("[a-z]{2}") ? language : "sv");
    }

    /** The first heading of the first level that is not the site's own name. */
    private static @Nullable Element heading(Document page) {
        List<Element> all = page.select("h1").stream().filter(h1 -> !h1.text().isBlank()).toList();
        List<Element> own = all.size() == 1 && all.getFirst().closest("header, [role=banner]") == null
                ? all
                : all.stream().filter(h1 -> !isSiteName(page, h1)).toList();
        List<Element> inMain = own.stream()
                .filter(h1 -> h1.closest("main, article, [role=main]") != null).toList();
        return !inMain.isEmpty() ? inMain.getFirst() : !own.isEmpty() ? own.getFirst() : written(page);
    }

    /** Without a heading of the first level, the element that says what the page's title says. */
    private static @Nullable Element written(Document page) {
        String title = metaTitle(page);
        if (title.isEmpty()) {
            return null;
        }
        Element said = null;
        for (Element element : page.body().getAllElements()) {
            if (element.ownText().length() <= title.length() + 2
                    && element.ownText().strip().equalsIgnoreCase(title)
                    && element.closest("nav, header, footer, a, li, title") == null) {
                said = said == null || element.is("h2, h3, b, strong") && !said.is("h2, h3, b, strong")
                        ? element
                        : said;
            }
        }
        return said;
    }

    private static boolean isSiteName(Document page, Element h1) {
        String text = h1.text().strip();
        if (text.equalsIgnoreCase(content(page, "og:site_name"))) {
            return true;
        }
        String[] parts = SUFFIX.split(page.title());
        boolean named = parts.length > 1 && parts[parts.length - 1].strip().equalsIgnoreCase(text);
        return named || h1.parents().stream().limit(3)
                .anyMatch(parent -> SITE_PARTS.matcher(parent.className() + " " + parent.id()).find());
    }

    /** The site's name stands behind a page's title, at some sites before it. */
    private static String metaTitle(Document page) {
        String title = content(page, "og:title").isBlank() ? page.title() : content(page, "og:title");
        String site = content(page, "og:site_name");
        List<String> parts = SUFFIX.splitAsStream(title).map(String::strip).filter(part -> !part.isEmpty()
                && !part.equalsIgnoreCase(site)).toList();
        if (parts.isEmpty()) {
            return title.strip();
        }
        return parts.size() > 1 && MUNICIPALITY.matcher(parts.getFirst()).find()
                ? parts.get(1)
                : parts.getFirst();
    }

    private static String content(Document page, String property) {
        Element meta = page.selectFirst("meta[property=" + property + "], meta[name=" + property + "]");
        return meta == null ? "" : meta.attr("content").strip();
    }
}
