package se.lotsen.importing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Moments;

/**
 * Sources and their runs. A source has at most one run under way; what a run does is done by {@code ImportRunner}. Every method
 * blocks.
 */
public class Imports {
    private final SerialRecord record;
    private final SourceTable sources;
    private final RunTable runs;
    private final SeenTable seen;
    private final Uploads uploads;
    private final AuditLog log;
    private final Clock clock;

    Imports(SerialRecord record, SourceTable sources, RunTable runs, SeenTable seen, Uploads uploads,
            AuditLog log,
            Clock clock) {
        this.record = record;
        this.sources = sources;
        this.runs = runs;
        this.seen = seen;
        this.uploads = uploads;
        this.log = log;
        this.clock = clock;
    }

    /** All sources by name. */
    public List<ImportSource> sources() {
        return record.read(sources::all);
    }

    /** A source; empty when it was removed. */
    public Optional<ImportSource> source(UUID id) {
        return record.read(() -> sources.one(id));
    }

    /** A new source. */
    public ImportSource add(String name, SourceKind kind, SourceSettings settings, Actor by) {
        return record.write(() -> {
            ImportSource source = new ImportSource(UUID.randomUUID(), name, kind, settings, 1, null);
            sources.insert(source, clock.instant());
            log.add(by, "import-source-added", source.id().toString(), kind.name());
            return source;
        });
    }

    /**
     * Changes a source.
     *
     * @param version of the source that was read
     * @return false when somebody else has changed it, or a run is under way
     */
    public boolean change(UUID id, int version, String name, SourceSettings settings, Actor by) {
        return record.write(() -> {
            ImportSource source = sources.one(id).orElse(null);
            boolean done = source != null && source.activeRun() == null
                    && sources.update(new ImportSource(id, name, source.kind(), settings, version, null),
                            version);
            if (done) {
                log.add(by, "import-source-changed", id.toString(), "");
            }
            return done;
        });
    }

    /** Removes a source with all that is known of it; the pages stay. Nothing happens while a run is under way. */
    public boolean remove(UUID id, Actor by) {
        boolean done = record.write(() -> {
            ImportSource source = sources.one(id).orElse(null);
            if (source == null || source.activeRun() != null) {
                return false;
            }
            sources.delete(id);
            log.add(by, "import-source-removed", id.toString(), "");
            return true;
        });
        if (done) {
            uploads.remove(id);
        }
        return done;
    }

    /**
     * Begins a run.
     *
     * @param dry to see what an import would do; nothing but that is stored
     * @param everything to read also what the source says has not changed
     * @return empty when one is under way
     */
    public Optional<ImportRun> start(UUID source, boolean dry, boolean everything, Actor by) {
        return record.write(() -> {
            ImportRun run = new ImportRun(UUID.randomUUID(), source, dry, everything, RunState.LISTING, null,
                    by,
                    Moments.storable(clock.instant()), null, false);
            if (!sources.occupy(source, run.id())) {
                return Optional.empty();
            }
            runs.insert(run);
            log.add(by, dry ? "import-tried" : "import-started", source.toString(), run.id().toString());
            return Optional.of(run);
        });
    }

    /** Asks a run to end after the page that it is at. */
    public void cancel(UUID run, Actor by) {
        record.write(() -> {
            runs.cancel(run);
            log.add(by, "import-cancelled", run.toString(), "");
            return true;
        });
    }

    /** A run by its id. */
    public Optional<ImportRun> run(UUID id) {
        return record.read(() -> runs.one(id));
    }

    /** The latest runs of a source, the last first. */
    public List<ImportRun> runs(UUID source, int limit) {
        return record.read(() -> runs.of(source, limit));
    }

    /** How far a run has come. */
    public Progress progress(UUID run) {
        return record.read(() -> runs.progress(run));
    }

    /**
     * The pages of a run in its order.
     *
     * @param outcome of these alone; null for all
     * @param from the first position
     */
    public List<RunItem> items(UUID run, @Nullable ItemOutcome outcome, int from, int limit) {
        return record.read(() -> runs.items(run, outcome, from, limit));
    }

    /** Imported pages that are gone at their sources, the latest first. */
    public List<GoneAlarm> gone() {
        return record.read(seen::alarms);
    }

    /** Somebody has dealt with a page that is gone; nothing happens, and nothing is logged, when none of this address is. */
    public void acknowledge(UUID source, String address, Actor by) {
        record.write(() -> {
            boolean gone = seen.forget(source, address);
            if (gone) {
                log.add(by, "import-gone-seen", source.toString(), address);
            }
            return gone;
        });
    }
}
