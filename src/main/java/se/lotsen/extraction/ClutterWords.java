package se.lotsen.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The words by which what surrounds a text is known, in names that programs read (class, id, label) and in headings and lines
 * that people read. They stand in lists beside this class: general ones of Swedish and English sites, no site's own.
 */
final class ClutterWords {
    private static final Names NAMES = Names.of("names.txt");
    private static final Names NOTICES = Names.of("notices.txt");
    private static final Pattern OPINIONS = whole("opinions.txt");
    private static final Pattern HEADINGS = whole("headings.txt");
    private static final Pattern LINES = whole("lines.txt");
    private static final Pattern LEADING_AWAY = whole("leading-away.txt");
    private static final Pattern COOKIES = Pattern
            .compile("(?iu)\\b(?:webb|http)?(?:kakor|kakorna|cookies)\\b");
    private static final Pattern CONSENT = Pattern.compile(
            "(?iu)\\b(?:godkänn|acceptera|accepterar|samtyck|tillåt|fortsätt|okej|ok\\b|spara|sparar|använder|används)");
    private static final int LONGEST_NAMES = 1_000;

    private ClutterWords() {
    }

    private static List<String> list(String name) {
        try (InputStream stream = ClutterWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The list " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern whole(String name) {
        return Pattern.compile(list(name).stream().map(line -> "(?:" + line + ")")
                .collect(Collectors.joining("|", "(?iu)^(?:", ")\\s*[.:;!?…]*$")));
    }

    /** Words and beginnings of words. */
    private record Names(Set<String> words, List<String> beginnings) {
        static Names of(String name) {
            Set<String> words = new HashSet<>();
            List<String> beginnings = new ArrayList<>();
            for (String line : list(name)) {
                for (String word : line.strip().split("\\s+")) {
                    if (word.endsWith("*")) {
                        beginnings.add(word.substring(0, word.length() - 1));
                    } else {
                        words.add(word);
                    }
                }
            }
            return new Names(words, beginnings);
        }

        boolean have(String word) {
            return words.contains(word) || beginnings.stream().anyMatch(word::startsWith);
        }
    }

    /**
     * Whether programs are told that an element is no part of the text.
     *
     * @param outside whether it stands outside what the page marks as its text
     */
    static boolean named(Element element, boolean outside) {
        for (String word : words(element)) {
            if (NAMES.have(word) || outside && NOTICES.have(word)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(Element element) {
        String names = element.className() + " " + element.id() + " " + element.attr("aria-label") + " "
                + element.attr("data-component");
        if (names.isBlank() || names.length() > LONGEST_NAMES) {
            return new String[0];
        }
        String folded = Normalizer
                .normalize(names.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return folded.split("[^a-z]+");
    }

    /** Whether a heading announces something beside the text. */
    static boolean headed(String heading) {
        String text = heading.strip();
        return text.length() <= 120 && (HEADINGS.matcher(text).matches() || OPINIONS.matcher(text).matches());
    }

    /** Whether a line asks for consent to cookies, or tells of them. */
    static boolean consent(String text) {
        return text.length() <= 300 && COOKIES.matcher(text).find() && CONSENT.matcher(text).find();
    }

    /** Whether a link leads to news, to vacant posts, to an app: what it stands in is an announcement. */
    static boolean leadsAway(String link) {
        String text = link.strip();
        return text.length() <= 80 && LEADING_AWAY.matcher(text).matches();
    }

    /** Whether a line is a control of the page, or about the page, and no part of its text. */
    static boolean line(String text) {
        return text.length() <= 160 && (LINES.matcher(text).matches() || OPINIONS.matcher(text).matches()
                || FoundDates.isDateLine(text));
    }
}
