package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes faithful translations false at one point, by patterns of its own and the words of {@code translation-lies}; a
 * sentence that nobody wrote is put in the translation's place, or behind it.
 */
final class TranslationLies {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "se.lotsen.evaluation.translation-lies",
            Locale.ROOT);
    private static final String DIGITS = "0-9\u0660-\u0669";
    private static final Pattern LINK = Pattern.compile("https?://[^)\\s]+");
    private static final Pattern PHONE = Pattern
            .compile("[" + DIGITS + "]{3}-[" + DIGITS + "]{3} [" + DIGITS + "]{2} ["
                    + DIGITS + "]{2}");
    private static final Pattern TIME = Pattern
            .compile("(?<![" + DIGITS + "])[" + DIGITS + "]{1,2}[.:][" + DIGITS
                    + "]{2}(?![" + DIGITS + "])|\\b\\d{1,2}(?= [ap]m)");
    private static final Pattern NUMBER = Pattern
            .compile("(?<![" + DIGITS + ":.,/-])[" + DIGITS + "]+(?![" + DIGITS
                    + ":/-]|[.,][" + DIGITS + "])");
    private static final List<String> PLACES = List.of("Lindåkra", "Hamnvik", "Stensbro", "Rosdal",
            "Ulvhult");
    private static final Pattern PLACE = Pattern.compile(String.join("|", PLACES) + "|Torggatan");
    private static final int INVENTED_OF_EACH = 2;
    private static final int YEAR = 4;
    /** Only values could give it away; counted apart. */
    static final String WITH_TERM = "invented with a term";

    private final Random random;
    private final List<Lie> lies = new ArrayList<>();

    TranslationLies(Random random) {
        this.random = random;
    }

    /**
     * A translation that says something else.
     *
     * @param kind what was done to it
     * @param pair what was falsified
     */
    record Lie(String kind, TranslationPair pair, String text) {
    }

    /** @param others pairs of which one's translation may be put in place of the pair's own */
    List<Lie> of(TranslationPair pair, List<TranslationPair> others) {
        lies.clear();
        change(pair, "link", LINK, this::otherLetter);
        change(pair, "phone", PHONE, this::otherDigit);
        change(pair, "time", TIME, this::otherDigit);
        change(pair, "number", NUMBER, this::otherDigit);
        change(pair, "name", PLACE, this::otherPlace);
        change(pair, "weekday", words(list(pair, "weekdays")),
                found -> otherOf(found, list(pair, "weekdays")));
        change(pair, "month", words(list(pair, "months")), found -> otherOf(found, list(pair, "months")));
        exchange(pair, "unit", "units");
        exchange(pair, "limit", "limits");
        swap(pair);
        negation(pair);
        sentences(pair, others);
        return List.copyOf(lies);
    }

    private interface Change {
        String of(String found);
    }

    private void change(TranslationPair pair, String kind, Pattern pattern, Change change) {
        List<MatchResult> found = pattern.matcher(pair.translation()).results().toList();
        if (!found.isEmpty()) {
            MatchResult one = found.get(random.nextInt(found.size()));
            String text = pair.translation();
            add(kind, pair,
                    text.substring(0, one.start()) + change.of(one.group()) + text.substring(one.end()));
        }
    }

    private void add(String kind, TranslationPair pair, String text) {
        if (!text.equals(pair.translation())) {
            lies.add(new Lie(kind, pair, text));
        }
    }

    private String otherDigit(String found) {
        int at = random.nextInt(found.length());
        while (!Character.isDigit(found.charAt(at))) {
            at = random.nextInt(found.length());
        }
        int digit = Character.digit(found.charAt(at), 10);
        int other = (digit + 1 + random.nextInt(8)) % 10;
        return found.substring(0, at) + (char) (found.charAt(at) - digit + other) + found.substring(at + 1);
    }

    private String otherLetter(String found) {
        return found.substring(0, found.length() - 1) + (found.endsWith("a") ? "e" : "a");
    }

    private String otherPlace(String found) {
        return otherOf(found, PLACES);
    }

    private String otherOf(String found, List<String> all) {
        List<String> others = all.stream().filter(one -> !one.equals(found)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private static List<String> list(TranslationPair pair, String name) {
        return List.of(WORDS.getString(pair.language() + "." + name).split("\\|"));
    }

    private static Pattern words(List<String> words) {
        return Pattern.compile("(?<!\\p{L})(?:" + String.join("|", words) + ")");
    }

    private void exchange(TranslationPair pair, String kind, String name) {
        Map<String, String> turned = new LinkedHashMap<>();
        list(pair, name).forEach(entry -> turned.put(entry.substring(0, entry.indexOf('>')),
                entry.substring(entry.indexOf('>') + 1)));
        turned.forEach((from, to) -> {
            Matcher found = Pattern.compile("(?<!\\p{L})" + Pattern.quote(from) + "(?!\\p{L})")
                    .matcher(pair.translation());
            if (found.find()) {
                add(kind, pair, found.replaceAll(Matcher.quoteReplacement(to)));
            }
        });
    }

    /** Two numbers of the sentence in each other's place; a date with its year first is the same date. */
    private void swap(TranslationPair pair) {
        List<MatchResult> found = NUMBER.matcher(pair.translation()).results().toList();
        for (int at = 1; at < found.size(); at++) {
            MatchResult one = found.get(at - 1);
            MatchResult two = found.get(at);
            String text = pair.translation();
            if (!one.group().equals(two.group()) && one.group().length() < YEAR
                    && two.group().length() < YEAR) {
                add("swapped numbers", pair, text.substring(0, one.start()) + two.group()
                        + text.substring(one.end(), two.start()) + one.group() + text.substring(two.end()));
                return;
            }
        }
    }

    private void negation(TranslationPair pair) {
        Pattern not = Pattern.compile(
                "(?<!\\p{L})(?:" + String.join("|", list(pair, "not")) + ")(?!\\p{L}) ?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        add("negation removed", pair, not.matcher(pair.translation()).replaceAll(""));
        String[] words = pair.translation().split(" ");
        int at = words.length < 2 ? 0 : 1 + random.nextInt(words.length - 1);
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < words.length; word++) {
            text.append(word == at ? list(pair, "add").getFirst() + " " : "").append(words[word]).append(' ');
        }
        add("negation added", pair, text.toString().strip());
    }

    private void sentences(TranslationPair pair, List<TranslationPair> others) {
        List<TranslationPair> same = others.stream().filter(one -> one.language().equals(pair.language())
                && !one.swedish().equals(pair.swedish())).toList();
        add("another sentence", pair, same.get(random.nextInt(same.size())).translation());
        for (String kind : List.of("invented", "promises")) {
            List<String> said = list(pair, kind);
            for (int count = 0; count < INVENTED_OF_EACH; count++) {
                String one = said.get(random.nextInt(said.size()));
                add(kind + " instead", pair, one);
                add(kind + " behind", pair, pair.translation() + " " + one);
            }
        }
        // The hardest: a sentence of its own that names a word of the Swedish one.
        String invented = list(pair, "invented").get(random.nextInt(list(pair, "invented").size()));
        String term = Arrays.stream(pair.swedish().split("[^\\p{L}]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        add(WITH_TERM, pair, invented.substring(0, invented.length() - 1) + " (" + term + ").");
    }
}
