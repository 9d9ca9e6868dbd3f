package se.lotsen.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.TextPart;
import se.lotsen.grounding.TextPart.Kind;

/**
 * What the pages' words tell: how rare each is among the pages, and of which known words a compound is made, so that
 * "bygglovsavgift" is "avgift för bygglov". The pages themselves are the only dictionary.
 */
final class Words {
    private static final int SHORTEST_PART = 4;
    private static final Set<Kind> SAYING = Set.of(Kind.WORD, Kind.NAME);

    private final Map<String, Integer> pagesWith = new HashMap<>();
    private final Map<String, List<String>> split = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final TimeWords lists;
    private final int pages;

    private Words(TimeWords lists, int pages) {
        this.lists = lists;
        this.pages = pages;
    }

    static Words in(List<ReadPage> pages, TimeWords lists) {
        Words words = new Words(lists, pages.size());
        pages.forEach(page -> everything(page).filter(Words::says).map(TextPart::key)
                .forEach(words.known::add));
        for (ReadPage page : pages) {
            Set<String> own = new HashSet<>();
            everything(page).filter(Words::says).forEach(part -> own.addAll(words.of(part)));
            own.forEach(word -> words.pagesWith.merge(word, 1, Integer::sum));
        }
        return words;
    }

    private static Stream<TextPart> everything(ReadPage page) {
        Stream<TextPart> headings = page.sentences().stream()
                .flatMap(sentence -> sentence.headings().stream());
        return Stream.of(page.title().stream(), headings, page.parts()).flatMap(parts -> parts);
    }

    private static boolean says(TextPart part) {
        return SAYING.contains(part.kind());
    }

    /** The words of some parts, without those that any sentence may bring along. */
    Set<String> of(List<TextPart> parts) {
        Set<String> words = new HashSet<>();
        parts.stream().filter(part -> says(part) && !lists.isWeak(part))
                .forEach(part -> words.addAll(of(part)));
        return words;
    }

    private List<String> of(TextPart part) {
        return split.computeIfAbsent(part.key(), this::split);
    }

    private List<String> split(String word) {
        int best = 0;
        List<String> parts = List.of(word);
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
            String first = known(word.substring(0, at));
            int even = Math.min(at, word.length() - at);
            if (first != null && even > best && known.contains(word.substring(at))) {
                best = even;
                parts = List.of(first, word.substring(at));
            }
        }
        return parts;
    }

    /** The word as it stands alone: a compound's first part may have another last letter ("förskole-") or an "s". */
    private @Nullable String known(String first) {
        if (known.contains(first)) {
            return first;
        }
        String shorter = first.substring(0, first.length() - 1);
        boolean joined = "seoua".indexOf(first.charAt(first.length() - 1)) >= 0;
        return joined && shorter.length() >= SHORTEST_PART && known.contains(shorter) ? shorter : null;
    }

    /** On how many pages the word stands. */
    int pagesWith(String word) {
        return pagesWith.getOrDefault(word, 1);
    }

    int pages() {
        return pages;
    }
}
