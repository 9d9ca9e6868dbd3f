package se.lotsen.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lotsen.grounding.TextPart;
import se.lotsen.grounding.TextPart.Kind;

/**
 * Pages that say nearly the same. Rows of three words and values are compared (shingles, Broder 1997): a page is a double when half of the shorter page's rows
 * stand in the other too. Two places, schools or units that are told of by one pattern are no doubles: each title has a
 * name of its own.
 */
final class Duplicates {
    private static final int ROW = 3;
    private static final double ENOUGH = 0.5;
    private static final int MANY = 40;
    private final Words words;

    Duplicates(Words words) {
        this.words = words;
    }

    List<Fault> among(List<ReadPage> pages) {
        List<Set<String>> rows = pages.stream().map(Duplicates::rows).toList();
        Map<String, List<Integer>> pagesWith = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            for (String row : rows.get(at)) {
                pagesWith.computeIfAbsent(row, any -> new ArrayList<>()).add(at);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            int one = at;
            shared(rows.get(at), pagesWith, at).forEach((other, shared) -> {
                double share = (double) shared / Math.min(rows.get(one).size(), rows.get(other).size());
                if (share >= ENOUGH && !tellApart(pages.get(one), pages.get(other))) {
                    faults.add(new Fault(FaultKind.DUPLICATE, Place.of(pages.get(one).page()),
                            Place.of(pages.get(other).page()), new Detail.Alike(share)));
                }
            });
        }
        return faults;
    }

    /** How many rows each later page shares; rows of very many pages are a site's pattern and are passed over. */
    private static Map<Integer, Integer> shared(Set<String> rows, Map<String, List<Integer>> pagesWith,
            int at) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String row : rows) {
            List<Integer> with = pagesWith.getOrDefault(row, List.of());
            if (with.size() <= MANY) {
                with.stream().filter(other -> other > at)
                        .forEach(other -> shared.merge(other, 1, Integer::sum));
            }
        }
        return shared;
    }

    private static Set<String> rows(ReadPage page) {
        List<String> keys = page.parts().map(part -> part.key()).toList();
        Set<String> rows = new HashSet<>();
        for (int at = 0; at + ROW <= keys.size(); at++) {
            rows.add(String.join(" ", keys.subList(at, at + ROW)));
        }
        return rows;
    }

    private boolean tellApart(ReadPage one, ReadPage other) {
        Set<String> ours = names(one);
        Set<String> theirs = names(other);
        return !words.of(other.title()).containsAll(ours) && !words.of(one.title()).containsAll(theirs);
    }

    private Set<String> names(ReadPage page) {
        List<TextPart> names = page.title().stream().filter(part -> part.kind() == Kind.NAME).toList();
        return words.of(names);
    }
}
