package se.lotsen.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a page was published and last changed, as it says itself: in its metadata (Open Graph, Dublin Core, schema.org), or in
 * a line that people read.
 *
 * @param published null when the page does not say
 * @param modified null when the page does not say
 */
record FoundDates(@Nullable LocalDate published, @Nullable LocalDate modified) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PUBLISHED = List.of("article:published_time", "datepublished",
            "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date",
            "dcterms.date",
            "publishdate", "pubdate", "published");
    private static final List<String> MODIFIED = List.of("article:modified_time", "og:updated_time",
            "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified",
            "revised");
    private static final String MONTHS = "jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
            + "|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final Pattern DATE = Pattern.compile("(?iu)\\b(?:(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})"
            + "|(\\d{1,2})(?::?[ae])?\\s+(" + MONTHS
            + ")\\.?,?\\s+(\\d{4})|(\\d{1,2})[./](\\d{1,2})[./\\s](\\d{4})"
            + "|(\\d{4})(\\d{2})(\\d{2}))(?![\\d])");
    private static final Pattern CHANGED_WORDS = Pattern.compile(
            "(?iu)(?:(?:senast|sist)\\s+)?(?:uppdatera|ändra|granska|redigera|revidera|modifiera)(?:d|t|des|ts|s)\\b"
                    + "|uppdatering|\\b(?:last )?(?:updated|modified|reviewed)\\b");
    private static final Pattern PUBLISHED_WORDS = Pattern.compile(
            "(?iu)\\bpublicera(?:d|t|des|ts)\\b|publiceringsdatum|\\bskapad(?:es)?\\b|\\bpublished\\b");
    private static final Pattern RESPONSIBLE = Pattern.compile(
            "(?iu)^\\W*(?:sid|fakta|innehålls|text)?(?:ansvarig|granskare|redaktör|författare)(?: för sidan| utgivare)?\\s*:.*");
    private static final int LONGEST_LINE = 160;
    private static final int MOST_LINES = 60;

    static FoundDates of(Document page) {
        LocalDate published = meta(page, PUBLISHED);
        LocalDate modified = meta(page, MODIFIED);
        JsonNode data = published == null || modified == null ? structured(page) : null;
        if (data != null) {
            published = published == null ? dated(data, "datePublished") : published;
            modified = modified == null ? dated(data, "dateModified") : modified;
        }
        if (published == null || modified == null) {
            for (Element line : lines(page)) {
                published = published == null ? after(PUBLISHED_WORDS, CHANGED_WORDS, line) : published;
                modified = modified == null ? after(CHANGED_WORDS, PUBLISHED_WORDS, line) : modified;
            }
        }
        return new FoundDates(published, modified);
    }

    /** Whether a line says nothing but when a page was made and by whom. */
    static boolean isDateLine(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        if (RESPONSIBLE.matcher(line).matches()) {
            return true;
        }
        String rest = DATE.matcher(line).replaceAll(" ");
        if (rest.equals(line)) {
            return false;
        }
        boolean says = CHANGED_WORDS.matcher(rest).find() || PUBLISHED_WORDS.matcher(rest).find();
        String left = PUBLISHED_WORDS.matcher(CHANGED_WORDS.matcher(rest).replaceAll(" ")).replaceAll(" ")
                .replaceAll(
                        "(?iu)\\b(?:sidan|sida|den|av|av:|kl|klockan|senast|datum|innehållet|texten|artikeln|och"
                                + "|the|page|was|on|by|last)\\b|\\d{1,2}[:.]\\d{2}",
                        " ");
        return says && left.replaceAll("[^\\p{L}\\p{N}]", "").length() <= 30;
    }

    private static Stream<String> content(Document page, String name) {
        return page.select("meta[name], meta[property], meta[itemprop], meta[http-equiv], time[itemprop]")
                .stream()
                .filter(meta -> Stream.of("name", "property", "itemprop", "http-equiv")
                        .anyMatch(key -> meta.attr(key).toLowerCase(Locale.ROOT).equals(name)))
                .map(meta -> meta.hasAttr("content") ? meta.attr("content") : meta.attr("datetime"));
    }

    private static @Nullable LocalDate meta(Document page, List<String> names) {
        return names.stream().flatMap(name -> content(page, name)).map(FoundDates::date)
                .flatMap(Optional::stream).findFirst().orElse(null);
    }

    private static @Nullable JsonNode structured(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                JsonNode data = JSON.readTree(script.data());
                if (data.findValue("datePublished") != null || data.findValue("dateModified") != null) {
                    return data;
                }
            } catch (JacksonException e) {
                // Broken metadata is no metadata.
            }
        }
        return null;
    }

    private static @Nullable LocalDate dated(JsonNode data, String name) {
        JsonNode value = data.findValue(name);
        return value == null || !value.isString() ? null : date(value.asString()).orElse(null);
    }

    /** Short lines in which one of the words stands: the element that says it, and what stands around that. */
    private static List<Element> lines(Document page) {
        List<Element> lines = new ArrayList<>();
        TextWeight weight = TextWeight.of(page);
        for (Element said : page.getAllElements()) {
            String own = said.ownText();
            if (own.length() <= LONGEST_LINE
                    && (CHANGED_WORDS.matcher(own).find() || PUBLISHED_WORDS.matcher(own).find())) {
                Element around = said;
                for (int i = 0; i < 3 && around != null && weight.isSmall(around, LONGEST_LINE); i++) {
                    lines.add(around);
                    around = around.parent();
                }
            }
            if (lines.size() > MOST_LINES) {
                break;
            }
        }
        return lines;
    }

    /** The first date behind the word, unless another word comes between. */
    private static @Nullable LocalDate after(Pattern word, Pattern other, Element line) {
        String text = line.text();
        Matcher said = word.matcher(text);
        while (said.find()) {
            Matcher date = DATE.matcher(text);
            boolean written = date.find(said.end());
            Matcher between = other.matcher(text);
            if (written && (!between.find(said.end()) || between.start() > date.start())) {
                Optional<LocalDate> found = date(date.group());
                if (found.isPresent()) {
                    return found.get();
                }
            }
            Element time = line.selectFirst("time[datetime]");
            if (time != null && line.select("time").size() == 1) {
                return date(time.attr("datetime")).orElse(null);
            }
        }
        return null;
    }

    /** The first date in a text, in the ways that are written in Sweden, and ISO 8601. */
    static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            try {
                return Optional.of(date(date));
            } catch (DateTimeException e) {
                // Looks like a date and is none; another may follow.
            }
        }
        return Optional.empty();
    }

    private static LocalDate date(Matcher found) {
        if (found.group(1) != null) {
            return date(found, 1, 2, 3);
        }
        if (found.group(7) != null) {
            return date(found, 9, 8, 7);
        }
        if (found.group(10) != null) {
            return date(found, 10, 11, 12);
        }
        String start = found.group(5).toLowerCase(Locale.ROOT).substring(0, 3);
        int month = List
                .of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
                .indexOf(start) + 1;
        return LocalDate.of(Integer.parseInt(found.group(6)), month, Integer.parseInt(found.group(4)));
    }

    private static LocalDate date(Matcher found, int year, int month, int day) {
        return LocalDate.of(Integer.parseInt(found.group(year)), Integer.parseInt(found.group(month)),
                Integer.parseInt(found.group(day)));
    }
}
