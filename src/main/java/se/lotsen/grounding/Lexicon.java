package se.lotsen.grounding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the words of one language tell, from {@code translation/words_<language>.properties}. */
final class Lexicon {
    private static final Map<String, Lexicon> KNOWN = new ConcurrentHashMap<>();
    private static final String ANY = "*";
    private static final int SHORTEST = 2;

    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> open = new HashMap<>();
    private final Properties lists;
    private final List<String> particles;
    private int longest = 1;

    private Lexicon(Properties lists) {
        this.lists = lists;
        this.particles = List.of(lists.getProperty("language.particles", "").split(","));
        lists.stringPropertyNames().stream().filter(tag -> !tag.startsWith("language.")).forEach(tag -> {
            for (String phrase : lists.getProperty(tag).split(",")) {
                String one = phrase.strip();
                longest = Math.max(longest, one.split(" ").length);
                (one.contains(ANY) ? open : exact).computeIfAbsent(one, key -> new HashSet<>()).add(tag);
            }
        });
    }

    /** Pieces that say something together: how many, and all that they say. */
    record Match(int length, Set<String> tags) {
        static final Match NONE = new Match(1, Set.of());
    }

    /** @throws IllegalArgumentException for a language without a list */
    static Lexicon of(String language) {
        return KNOWN.computeIfAbsent(language, key -> new Lexicon(load("words_" + key)));
    }

    static Properties load(String name) {
        Properties lists = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        Lexicon.class.getResourceAsStream("translation/" + name + ".properties"), name),
                StandardCharsets.UTF_8)) {
            lists.load(in);
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a comma stands before decimals; otherwise it parts thousands. */
    boolean hasDecimalComma() {
        return lists.containsKey("language.comma");
    }

    /** Whether a month's name may stand before the day. */
    boolean hasMonthFirst() {
        return lists.containsKey("language.month");
    }

    /** The longest phrase that begins at a piece. */
    Match at(List<Piece> pieces, int from) {
        for (int length = Math.min(longest, pieces.size() - from); length > 0; length--) {
            Set<String> tags = tags(pieces.subList(from, from + length));
            if (!tags.isEmpty()) {
                return new Match(length, tags);
            }
        }
        return Match.NONE;
    }

    private Set<String> tags(List<Piece> pieces) {
        List<String> phrases = phrases(pieces);
        for (String phrase : phrases) {
            Set<String> tags = exact.get(phrase);
            if (tags != null) {
                return tags;
            }
        }
        if (pieces.size() > 1) {
            return Set.of();
        }
        for (String word : phrases) {
            for (Map.Entry<String, Set<String>> entry : open.entrySet()) {
                if (fits(entry.getKey(), word)) {
                    return longestOpen(word);
                }
            }
        }
        return Set.of();
    }

    /** Of the open forms that fit, the one that says most of the word. */
    private Set<String> longestOpen(String word) {
        return open.entrySet().stream().filter(entry -> fits(entry.getKey(), word))
                .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue).orElse(Set.of());
    }

    private static boolean fits(String open, String word) {
        return open.endsWith(ANY)
                ? word.startsWith(open.substring(0, open.length() - 1))
                : word.endsWith(open.substring(1)) && word.length() > open.length();
    }

    /** The first word as it is, and without the particles that may be written onto it. */
    private List<String> phrases(List<Piece> pieces) {
        StringBuilder rest = new StringBuilder();
        pieces.subList(1, pieces.size()).forEach(piece -> rest.append(' ').append(piece.lower()));
        List<String> phrases = new ArrayList<>();
        String first = pieces.getFirst().lower();
        phrases.add(first + rest);
        particles.stream()
                .filter(particle -> !particle.isEmpty() && first.startsWith(particle)
                        && first.length() >= particle.length() + SHORTEST)
                .forEach(particle -> phrases.add(first.substring(particle.length()) + rest));
        return phrases;
    }
}
