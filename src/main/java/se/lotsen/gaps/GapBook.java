package se.lotsen.gaps;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Moments;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.gaps.QuestionClusters.Asked;
import se.lotsen.gaps.QuestionClusters.Cluster;

/**
 * The gaps as they are. It looks at the questions when somebody wants to see them, at most once in a while, groups them anew
 * and finds for each group the gap that it was. It blocks.
 */
final class GapBook {
    private final Sources sources;
    private final SerialRecord record;
    private final GapTable table;
    private final AuditLog log;
    private final GapsProperties properties;
    private final Actor machine;
    private final Clock clock;
    private final Lock looking = new ReentrantLock();
    private volatile @Nullable Look last;

    /** Where questions come from. */
    interface Sources {
        /** Everything that was asked, oldest first. */
        List<PastQuestion> asked(Instant from, Instant until);

        /** Answers that staff graded as wrong or partly right. */
        Set<Turn> graded();

        /** Other texts, for how rare words are. */
        List<Asked> background();
    }

    private record Look(Instant at, Map<UUID, List<Miss>> gaps) {
    }

    GapBook(Sources sources, SerialRecord record, GapTable table, AuditLog log, GapsProperties properties,
            Actor machine, Clock clock) {
        this.sources = sources;
        this.record = record;
        this.table = table;
        this.log = log;
        this.properties = properties;
        this.machine = machine;
        this.clock = clock;
    }

    /** All gaps, the oldest first, as the questions were a moment ago. */
    List<Gap> gaps() {
        Map<UUID, List<Miss>> seen = fresh().gaps();
        Instant now = clock.instant();
        List<Gap> gaps = new ArrayList<>();
        record.read(table::all).values().forEach(known -> {
            List<Miss> misses = seen.get(known.id());
            if (misses != null) {
                gaps.add(gap(known, misses, now));
            }
        });
        return gaps;
    }

    /** One of them. */
    Optional<Gap> gap(UUID id) {
        List<Miss> misses = fresh().gaps().get(id);
        return misses == null
                ? Optional.empty()
                : record.read(() -> table.one(id)).map(known -> gap(known, misses, clock.instant()));
    }

    /** When the questions were looked at last. */
    Instant lookedAt() {
        return fresh().at();
    }

    /** Looks anew at once. */
    void look() {
        looking.lock();
        try {
            last = looked();
        } finally {
            looking.unlock();
        }
    }

    private static Gap gap(KnownGap known, List<Miss> misses, Instant now) {
        return new Gap(known, misses,
                Trend.of(misses.stream().map(miss -> miss.question().at()).toList(), now));
    }

    private Look fresh() {
        looking.lock();
        try {
            Look seen = last;
            if (seen == null || seen.at().plus(properties.freshFor()).isBefore(clock.instant())) {
                seen = looked();
                last = seen;
            }
            return seen;
        } finally {
            looking.unlock();
        }
    }

    private Look looked() {
        Instant now = clock.instant();
        List<PastQuestion> asked = sources.asked(now.minus(properties.window()), now.plusSeconds(1));
        List<Miss> misses = Misses.of(asked, sources.graded());
        List<Cluster> clusters = new QuestionClusters(sources.background()).of(
                misses.stream().map(miss -> new Asked(miss.question().language(), miss.text())).toList());
        return new Look(now, record.write(() -> named(clusters, misses, Moments.storable(now))));
    }

    /** Each cluster with the name of the gap that it is, and the tables brought up to it. */
    private Map<UUID, List<Miss>> named(List<Cluster> clusters, List<Miss> misses, Instant now) {
        Map<Turn, UUID> questions = table.questions();
        Map<UUID, KnownGap> known = table.all();
        List<Set<Turn>> turns = clusters.stream().map(cluster -> cluster.members().stream()
                .map(member -> misses.get(member).turn()).collect(Collectors.toSet())).toList();
        List<Optional<UUID>> matched = Matching.of(turns, questions);
        Map<UUID, List<Miss>> named = new LinkedHashMap<>();
        for (int c = 0; c < clusters.size(); c++) {
            Cluster cluster = clusters.get(c);
            List<Miss> own = cluster.members().stream().map(misses::get).toList();
            KnownGap gap = matched.get(c).map(known::get).orElse(null);
            named.put(kept(gap, own, misses.get(cluster.representative()), now), own);
        }
        bringUp(named, questions, known.keySet());
        return named;
    }

    private UUID kept(@Nullable KnownGap gap, List<Miss> misses, Miss representative, Instant now) {
        if (gap == null) {
            KnownGap opened = KnownGap.opened(UUID.randomUUID(), representative.question().language(),
                    representative.turn(), now);
            table.insert(opened);
            return opened.id();
        }
        KnownGap changed = misses.stream().anyMatch(miss -> miss.turn().equals(gap.representative()))
                ? gap
                : gap.represented(representative.turn());
        if (gap.state() == GapState.CLOSED && misses.getLast().question().at().isAfter(gap.changedAt())) {
            changed = changed.in(gap.assignee() == null ? GapState.OPEN : GapState.ASSIGNED, gap.assignee(),
                    "", now);
            log.add(machine, "gap-reopened", gap.id().toString(), "");
        }
        if (!changed.equals(gap)) {
            table.update(changed);
        }
        return gap.id();
    }

    private void bringUp(Map<UUID, List<Miss>> named, Map<Turn, UUID> questions, Set<UUID> known) {
        Map<Turn, UUID> now = new HashMap<>();
        named.forEach((gap, misses) -> misses.forEach(miss -> now.put(miss.turn(), gap)));
        now.forEach((turn, gap) -> {
            UUID before = questions.get(turn);
            if (!gap.equals(before)) {
                table.put(turn, gap, before != null);
            }
        });
        questions.keySet().stream().filter(turn -> !now.containsKey(turn)).forEach(table::remove);
        Set<UUID> gone = new HashSet<>(known);
        gone.removeAll(named.keySet());
        gone.forEach(table::delete);
    }
}
