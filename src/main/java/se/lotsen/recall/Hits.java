package se.lotsen.recall;

import java.util.List;

/**
 * What was found for a fault.
 *
 * @param affected each conversation once, the one that was told first, first
 * @param unknown sentences of which nobody can say it: they are from versions that the archive does not have
 */
public record Hits(List<Affected> affected, int unknown) {
    public Hits {
        affected = List.copyOf(affected);
    }

    /** How many can be told. */
    public long reachable() {
        return affected.stream().filter(Affected::reachable).count();
    }
}
