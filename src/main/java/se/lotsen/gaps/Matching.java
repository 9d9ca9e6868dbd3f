package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which of the gaps that are known each new cluster is: the one with which it shares most questions, each gap once and the
 * greatest share first. So a gap stays the same while questions come and go; when two grow together, the one that brings more
 * stays, and when one falls apart, the greater part keeps its name.
 */
final class Matching {
    private Matching() {
    }

    private record Share(int cluster, UUID gap, int questions) {
    }

    /**
     * @param clusters the questions of each
     * @param known the gap that each question belonged to
     * @return for each cluster its gap; empty for a new one
     */
    static List<Optional<UUID>> of(List<Set<Turn>> clusters, Map<Turn, UUID> known) {
        List<Share> shares = new ArrayList<>();
        for (int c = 0; c < clusters.size(); c++) {
            Map<UUID, Integer> common = new HashMap<>();
            for (Turn turn : clusters.get(c)) {
                UUID gap = known.get(turn);
                if (gap != null) {
                    common.merge(gap, 1, Integer::sum);
                }
            }
            int cluster = c;
            common.forEach((gap, questions) -> shares.add(new Share(cluster, gap, questions)));
        }
        shares.sort(Comparator.comparing(Share::questions).reversed().thenComparing(Share::cluster)
                .thenComparing(Share::gap));
        UUID[] gaps = new UUID[clusters.size()];
        Set<UUID> taken = new HashSet<>();
        for (Share share : shares) {
            if (gaps[share.cluster()] == null && taken.add(share.gap())) {
                gaps[share.cluster()] = share.gap();
            }
        }
        List<Optional<UUID>> matched = new ArrayList<>();
        for (UUID gap : gaps) {
            matched.add(Optional.ofNullable(gap));
        }
        return matched;
    }
}
