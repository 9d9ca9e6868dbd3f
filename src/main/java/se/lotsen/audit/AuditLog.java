package se.lotsen.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.AuditTable.Ends;
import se.lotsen.audit.AuditVerifier.Link;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * Who changed what and when. Entries are only ever added, each chained to the one before (ADR 0054); the row of the chain's end
 * is locked meanwhile, so that the chain is right with several processes. Entries hold ids, names of files and codes; what a
 * citizen wrote, or how one can be reached, must not come into it.
 */
public class AuditLog {
    private static final int BATCH = 500;
    private final AuditTable table;
    private final SerialRecord record;
    private final Clock clock;

    /** A process has one. */
    public AuditLog(JdbcClient database, SerialRecord record, Clock clock) {
        this.table = new AuditTable(database);
        this.record = record;
        this.clock = clock;
    }

    /**
     * One thing that somebody did.
     *
     * @param action a stable code such as {@code publish}; its text is {@code audit.<action>}
     * @param subject what it was done to, such as a file's name or an id
     * @param detail more of it, such as a revision's number; may be empty
     */
    public record Entry(long id, Instant at, Actor by, String action, String subject, String detail) {
        Entry numbered(long number) {
            return new Entry(number, at, by, action, subject, detail);
        }
    }

    /**
     * Which entries; null for all.
     *
     * @param name of whoever did it, as it was then
     */
    public record Filter(@Nullable String subject, @Nullable String action, @Nullable String name,
            @Nullable Instant since) {
        /** All of them. */
        public static final Filter NONE = new Filter(null, null, null, null);
    }

    /** Adds an entry in a transaction of its own. */
    public void record(Actor by, String action, String subject, String detail) {
        record.write(() -> {
            add(by, action, subject, detail);
            return true;
        });
    }

    /**
     * Adds an entry in the transaction that does what it says: one of {@link SerialRecord#write}, as H2 can lose a row that several
     * wait for. Best as the transaction's last step, for whoever comes next waits for it.
     */
    public void add(Actor by, String action, String subject, String detail) {
        Ends ends = chained();
        Entry entry = new Entry(0, Moments.storable(clock.instant()), by, action, subject, detail);
        Entry stored = entry.numbered(table.insert(entry));
        AuditAnchor link = new AuditAnchor(stored.id(), AuditChain.hash(ends.last(), stored));
        table.setHash(link);
        table.moveEnd(ends.entries() + 1, link);
    }

    /** Chains what an earlier version has left without hashes; once, and at once when there is nothing to do. */
    public void chain() {
        record.write(this::chained);
    }

    private Ends chained() {
        Ends ends = table.lock();
        if (ends.isChained()) {
            return ends;
        }
        AuditAnchor last = ends.start();
        long entries = 0;
        List<Link> links;
        do {
            links = table.after(last.entry(), BATCH);
            for (Link link : links) {
                last = new AuditAnchor(link.entry().id(), AuditChain.hash(last, link.entry()));
                table.setHash(last);
                entries++;
            }
        } while (links.size() == BATCH);
        table.moveEnd(entries, last);
        return new Ends(entries, last, ends.start());
    }

    /** The last entry and its hash, to be noted elsewhere. */
    public AuditAnchor head() {
        return record.read(() -> table.ends().last());
    }

    /**
     * Looks at every entry. Blocks, a second for some 100,000 entries.
     *
     * @param noted what was noted elsewhere; null for nothing
     */
    public AuditVerdict verify(@Nullable AuditAnchor noted) {
        AuditAnchor start = record.read(table::ends).start();
        Walk walk = new Walk(new AuditVerifier(start, noted));
        while (record.read(walk::step)) {
            // Nobody waits for the long way.
        }
        // The last steps under the lock: an entry that is added meanwhile would look like a false end.
        Optional<AuditVerdict> verdict = record.write(() -> {
            Ends ends = table.lock();
            while (walk.step()) {
                // To the end.
            }
            return ends.start().equals(start)
                    ? Optional.of(walk.verifier.end(ends.entries(), ends.last()))
                    : Optional.empty();
        });
        return verdict.orElseGet(() -> verify(noted));
    }

    private final class Walk {
        private final AuditVerifier verifier;
        private long after = Long.MIN_VALUE;

        Walk(AuditVerifier verifier) {
            this.verifier = verifier;
        }

        boolean step() {
            List<Link> links = verifier.hasFailed() ? List.of() : table.after(after, BATCH);
            after = links.isEmpty() ? after : links.getLast().entry().id();
            return verifier.all(links) && links.size() == BATCH;
        }
    }

    /** The whole log for {@link AuditExport#verify}, line by line, each without its end. */
    public void export(Consumer<String> lines) {
        record.write(() -> {
            Ends ends = chained();
            lines.accept(AuditExport.first(ends));
            long after = ends.start().entry();
            List<Link> links;
            do {
                links = table.after(after, BATCH);
                links.forEach(link -> lines.accept(AuditExport.line(link)));
                after = links.isEmpty() ? after : links.getLast().entry().id();
            } while (links.size() == BATCH);
            return true;
        });
    }

    /**
     * Disposes of entries that are older, in the caller's transaction: the chain begins behind them, and an entry says so.
     *
     * @param decision the municipality's decision that allows it
     * @return how many there were
     */
    public long disposeBefore(Instant moment, Actor by, String decision) {
        Ends ends = chained();
        AuditAnchor start = ends.start();
        long disposed = 0;
        while (true) {
            List<Link> links = table.after(start.entry(), BATCH);
            List<Link> due = links.stream().takeWhile(link -> link.entry().at().isBefore(moment)).toList();
            for (Link link : due) {
                start = new AuditAnchor(link.entry().id(), AuditChain.hash(start, link.entry()));
            }
            disposed += due.size();
            if (due.size() < BATCH) {
                break;
            }
        }
        if (disposed > 0) {
            table.deleteUpTo(start.entry());
            table.moveStart(ends.entries() - disposed, start);
            add(by, "audit-disposed", start.toString(), disposed + " " + decision);
        }
        return disposed;
    }

    /**
     * The latest entries first.
     *
     * @param subject of this alone; null for all
     * @param before only those with a smaller id; {@code Long.MAX_VALUE} for the first page
     */
    public List<Entry> entries(@Nullable String subject, long before, int limit) {
        return matching(new Filter(subject, null, null, null), before, limit);
    }

    /** The same, of those that fit. */
    public List<Entry> matching(Filter filter, long before, int limit) {
        return record.read(() -> table.before(filter, before, limit));
    }
}
