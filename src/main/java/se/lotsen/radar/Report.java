package se.lotsen.radar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.inspection.Fault;
import se.lotsen.inspection.Sweep;

/**
 * What the last look has found.
 *
 * @param at when it ended; null before the first one
 * @param pages how many were looked at
 * @param entries what matters most first
 */
public record Report(@Nullable Instant at, int pages, List<Entry> entries) {
    static final Report NONE = new Report(null, 0, List.of());

    /**
     * A fault as editors work with it.
     *
     * @param id see {@link Fault#id()}
     * @param since when it was seen first
     * @param met in how many questions citizens have met its pages lately
     * @param rank see {@link Sweep#rank}
     * @param texts what the pages say, as a digest
     * @param dismissal null while nobody has put it aside
     */
    public record Entry(String id, Fault fault, Instant since, int met, long rank, String texts,
            @Nullable Dismissal dismissal) {
        /** Whether somebody has to do something about it. */
        public boolean isOpen() {
            return dismissal == null;
        }

        /** Whether one of its pages belongs to this owner. */
        public boolean concerns(String owner) {
            return fault.places().anyMatch(place -> place.owner().equals(owner));
        }

        Entry with(@Nullable Dismissal other) {
            return new Entry(id, fault, since, met, rank, texts, other);
        }
    }

    Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** What is open. */
    public List<Entry> open() {
        return entries.stream().filter(Entry::isOpen).toList();
    }
}
