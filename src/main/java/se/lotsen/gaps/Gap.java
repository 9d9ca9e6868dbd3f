package se.lotsen.gaps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Questions that ask for the same thing and were not answered well.
 *
 * @param misses at least one, oldest first
 */
record Gap(KnownGap known, List<Miss> misses, Trend trend) {

    public UUID id() {
        return known.id();
    }

    public int count() {
        return misses.size();
    }

    /** The question that stands for it. */
    Miss representative() {
        return misses.stream().filter(miss -> miss.turn().equals(known.representative())).findFirst()
                .orElseGet(misses::getFirst);
    }

    /** What the representative asks. */
    public String question() {
        return representative().text();
    }

    /** The language's name in Swedish; the code where it has none. */
    public String languageName() {
        return Locale.of(known.language()).getDisplayLanguage(Locale.of("sv"));
    }

    public Instant lastAsked() {
        return misses.getLast().question().at();
    }

    /** How many questions count for which reason; one may count for several. */
    public Map<MissReason, Integer> reasons() {
        Map<MissReason, Integer> reasons = new EnumMap<>(MissReason.class);
        misses.forEach(miss -> miss.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum)));
        return reasons;
    }

    /** The different questions, the representative first and then the newest; each with how often it was asked. */
    public Map<String, Integer> texts() {
        Map<String, String> byKey = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Miss> order = new ArrayList<>(misses.reversed());
        order.addFirst(representative());
        order.forEach(miss -> byKey.putIfAbsent(QuestionClusters.key(miss.text()), miss.text()));
        byKey.values().forEach(text -> counts.put(text, 0));
        misses.forEach(miss -> counts.merge(byKey.get(QuestionClusters.key(miss.text())), 1, Integer::sum));
        return counts;
    }

    boolean has(Set<MissReason> wanted) {
        return misses.stream().anyMatch(miss -> miss.reasons().stream().anyMatch(wanted::contains));
    }
}
