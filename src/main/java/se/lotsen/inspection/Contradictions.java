package se.lotsen.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages that say different things of the same matter. Every value of one page is paired with the value of another page that
 * is of the most alike thing; only pairs that are each other's best are compared, so that a table's rows do not quarrel
 * with the neighbours of the row that agrees with them. Then the two must be of one thing: nearly all that tells of either
 * subject stands around the other, they share a telling word of a heading or title, not both have something telling of
 * their own, and nothing else (years, seasons, numbers, limits) tells two cases apart. Candidates share a word, by an
 * inverted index.
 */
final class Contradictions {
    private static final Locale SWEDISH = Locale.of("sv");
    /** What share of a subject's weight the other's surroundings must hold. */
    private static final double SAME = 0.6;
    /** So much weight of words tells what a value is of; with less, what stands above is asked, too. */
    private static final double ENOUGH = 0.4;
    /** So much weight the shared words of headings and titles must have. */
    private static final double ANCHORED = 0.4;
    /** With so much weight that the other lacks, on both sides, the two are of two things. */
    private static final double APART = 0.3;
    /** A word of more assertions than this leads to no candidates. */
    private static final int MANY = 120;

    private final AssertionReader reader;
    private final Words words;
    private final Map<Assertion, Set<String>> subjects = new IdentityHashMap<>();
    private final Map<String, String> plain = new HashMap<>();
    private final Map<Assertion, Set<String>> around = new IdentityHashMap<>();

    Contradictions(Words words, TimeWords lists, LocalDate today) {
        this.words = words;
        this.reader = new AssertionReader(words, lists, today.getYear());
    }

    private record Pair(Assertion one, Assertion other, double likeness) {
    }

    List<Fault> among(List<ReadPage> pages) {
        List<Assertion> all = pages.stream().flatMap(page -> reader.of(page).stream()).toList();
        Telling telling = new Telling(words, all);
        Map<String, List<Integer>> by = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            Assertion one = all.get(at);
            around.put(one, one.around());
            subjects.put(one, subject(one, telling));
            for (String word : subjectOf(one)) {
                by.computeIfAbsent(one.measure() + word, any -> new ArrayList<>()).add(at);
            }
        }
        Map<String, Pair> best = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            for (int other : candidates(all, by, at)) {
                pair(all.get(at), all.get(other), telling).ifPresent(pair -> {
                    keep(best, pair.one(), pair.other(), pair);
                    keep(best, pair.other(), pair.one(), pair);
                });
            }
        }
        return faults(best);
    }

    private static Set<String> subject(Assertion one, Telling telling) {
        Set<String> subject = new HashSet<>(one.own());
        boolean pattern = telling.isPattern(one);
        for (Set<String> above : one.above()) {
            if (pattern || telling.of(one.measure(), subject) < ENOUGH) {
                subject.addAll(above);
            }
        }
        return subject;
    }

    private Set<String> subjectOf(Assertion one) {
        return subjects.getOrDefault(one, Set.of());
    }

    private Set<String> aroundOf(Assertion one) {
        return around.getOrDefault(one, Set.of());
    }

    private Set<Integer> candidates(List<Assertion> all, Map<String, List<Integer>> by, int at) {
        Assertion one = all.get(at);
        Set<Integer> candidates = new HashSet<>();
        for (String word : aroundOf(one)) {
            List<Integer> with = by.getOrDefault(one.measure() + word, List.of());
            if (with.size() <= MANY) {
                with.stream().filter(other -> !all.get(other).page().equals(one.page()))
                        .forEach(candidates::add);
            }
        }
        return candidates;
    }

    private Optional<Pair> pair(Assertion one, Assertion other, Telling telling) {
        if (!one.meets(other)) {
            return Optional.empty();
        }
        double ours = missing(one, other, telling);
        double theirs = missing(other, one, telling);
        double ourShare = 1 - ours / Math.max(1e-9, telling.of(one.measure(), subjectOf(one)));
        double theirShare = 1 - theirs / Math.max(1e-9, telling.of(one.measure(), subjectOf(other)));
        if (Math.min(ourShare, theirShare) < SAME || Math.min(ours, theirs) > APART
                || anchor(one, other, telling) < ANCHORED) {
            return Optional.empty();
        }
        return Optional.of(new Pair(one, other, ourShare + theirShare + shared(one, other, telling)));
    }

    /** What of a subject the other's surroundings do not hold. */
    private double missing(Assertion one, Assertion other, Telling telling) {
        Set<String> missing = new HashSet<>(subjectOf(one));
        missing.removeAll(aroundOf(other));
        if (names(one, other)) {
            missing.removeIf(word -> !one.own().contains(word) && one.above().getLast().contains(word));
        }
        return telling.of(one.measure(), missing);
    }

    /** Only to tell the better of two pairs. */
    private double shared(Assertion one, Assertion other, Telling telling) {
        Set<String> shared = new HashSet<>(one.own());
        shared.retainAll(other.own());
        return telling.of(one.measure(), shared) / 10;
    }

    private double anchor(Assertion one, Assertion other, Telling telling) {
        Set<String> shared = new HashSet<>(aroundOf(one));
        shared.retainAll(aroundOf(other));
        Set<String> named = one.named();
        named.addAll(other.named());
        shared.retainAll(named);
        return telling.of(one.measure(), shared) + (names(one, other) || names(other, one) ? ANCHORED : 0);
    }

    /** Whether one stands below a heading, or in a sentence, with the whole title of the other's page. */
    private boolean names(Assertion one, Assertion other) {
        String title = plain(other.sentence().page().metadata().title());
        return Stream.concat(one.sentence().passage().headings().stream(),
                Stream.of(one.sentence().statement().text())).anyMatch(text -> plain(text).contains(title));
    }

    private String plain(String text) {
        return plain.computeIfAbsent(text,
                any -> " " + any.toLowerCase(SWEDISH).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ");
    }

    private static String key(Assertion one, String page) {
        return System.identityHashCode(one) + " " + page;
    }

    /** Of two pairs that are equally alike the one that agrees is kept. */
    private static void keep(Map<String, Pair> best, Assertion one, Assertion other, Pair pair) {
        best.merge(key(one, other.page()), pair, (before, now) -> {
            double more = now.likeness() - before.likeness();
            boolean agrees = before.one().differsFrom(before.other()) && !now.one().differsFrom(now.other());
            return more > 1e-9 || more > -1e-9 && agrees ? now : before;
        });
    }

    private static List<Fault> faults(Map<String, Pair> best) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        best.values().stream().filter(pair -> isBest(best, pair) && pair.one().differsFrom(pair.other()))
                .map(Contradictions::fault).forEach(fault -> faults.putIfAbsent(fault.id(), fault));
        return List.copyOf(faults.values());
    }

    private static boolean isBest(Map<String, Pair> best, Pair pair) {
        return same(best.get(key(pair.one(), pair.other().page())), pair)
                && same(best.get(key(pair.other(), pair.one().page())), pair);
    }

    private static boolean same(@Nullable Pair one, Pair other) {
        return one != null && (one.one() == other.one() && one.other() == other.other()
                || one.one() == other.other() && one.other() == other.one());
    }

    private static Fault fault(Pair pair) {
        boolean ordered = pair.one().page().compareTo(pair.other().page()) < 0;
        Assertion first = ordered ? pair.one() : pair.other();
        Assertion second = ordered ? pair.other() : pair.one();
        return new Fault(FaultKind.CONTRADICTION, first.sentence().place(), second.sentence().place(),
                new Detail.Values(first.measure(), first.written(), second.written()));
    }
}
