package se.lotsen.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.storage.SerialRecord;
import se.lotsen.knowledge.Library;

/**
 * Does what a run is there for, page by page; each page is finished before the next one, so that a run that was cut short goes
 * on where it was. Its own thread may be interrupted only while it waits for the source.
 */
final class ImportRunner {
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    /** A source that loses more of its pages than this at once is rather broken than emptied. */
    private static final double MANY = 0.5;
    private static final int FEW = 10;

    private final Tables tables;
    private final SerialRecord record;
    private final SourceTable sources;
    private final RunTable runs;
    private final SeenTable seen;
    private final SourceReaders readers;
    private final PageDrafts drafts;
    private final Supplier<Library> library;
    private final String goneNote;
    private final Clock clock;

    /** @param goneNote why a page is served no more, for its history */
    ImportRunner(Tables tables, SourceReaders readers, PageDrafts drafts, Supplier<Library> library,
            String goneNote, Clock clock) {
        this.tables = tables;
        this.record = tables.record();
        this.sources = tables.sources();
        this.runs = tables.runs();
        this.seen = tables.seen();
        this.readers = readers;
        this.drafts = drafts;
        this.library = library;
        this.goneNote = goneNote;
        this.clock = clock;
    }

    /** Where a run is kept. */
    record Tables(SerialRecord record, SourceTable sources, RunTable runs, SeenTable seen) {
        Tables(SerialRecord record, JdbcClient database) {
            this(record, new SourceTable(database), new RunTable(database), new SeenTable(database));
        }
    }

    /** Waiting for a source: the one thing in which a run's thread may be interrupted. */
    interface Waiting {
        <T> T on(Source<T> source) throws InterruptedException;

        /** What is waited for. */
        @FunctionalInterface
        interface Source<T> {
            T ask() throws InterruptedException;
        }
    }

    /** @throws InterruptedException when the service stops; the run goes on after its next start */
    void run(UUID id, Waiting waiting) throws InterruptedException {
        Optional<ImportRun> run = record.read(() -> runs.one(id)).filter(known -> known.state().isUnderWay());
        Optional<ImportSource> source = run.flatMap(known -> record.read(() -> sources.one(known.source())));
        if (run.isEmpty() || source.isEmpty()) {
            return;
        }
        SourceReader reader = readers.open(source.get());
        if (run.get().state() == RunState.LISTING && !listed(run.get(), source.get(), reader, waiting)) {
            return;
        }
        PageNames names = drafts.names(library.get());
        record.read(() -> runs.items(id, null, 1, Integer.MAX_VALUE))
                .forEach(item -> names.reserve(item.file()));
        ImportPass pass = new ImportPass(tables, drafts, goneNote, clock, run.get(), source.get(), reader,
                names, waiting);
        for (Optional<RunItem> next = pass.next(); next.isPresent(); next = pass.next()) {
            pass.one(next.get());
        }
        boolean cancelled = record.read(() -> runs.one(id)).map(ImportRun::cancelling).orElse(true);
        end(run.get(), cancelled ? RunState.CANCELLED : RunState.DONE, null);
    }

    private boolean listed(ImportRun run, ImportSource source, SourceReader reader, Waiting waiting)
            throws InterruptedException {
        Listing listing = waiting.on(reader::list);
        if (listing.failure() != null) {
            end(run, RunState.FAILED, listing.failure());
            return false;
        }
        record.write(() -> {
            int position = 1;
            Set<String> there = new HashSet<>();
            for (Listed page : listing.pages()) {
                there.add(page.address());
                runs.insert(run.id(),
                        new RunItem(position++, page.address(), page.changed(), ItemOutcome.PENDING,
                                null, 0, "", ""));
            }
            for (RunItem gone : gone(source, there, position)) {
                runs.insert(run.id(), gone);
            }
            runs.running(run.id());
            return true;
        });
        return true;
    }

    /** Pages that the source does not list any more; what is to be done with them is settled in their turn. */
    private List<RunItem> gone(ImportSource source, Set<String> there, int from) {
        List<Seen> known = seen.all(source.id()).stream().filter(page -> page.goneAt() == null).toList();
        List<Seen> missing = known.stream().filter(page -> !there.contains(page.address())).toList();
        boolean many = missing.size() > FEW && missing.size() > known.size() * MANY;
        List<RunItem> items = new ArrayList<>();
        for (Seen page : missing) {
            items.add(new RunItem(from + items.size(), page.address(), null, ItemOutcome.PENDING,
                    many ? ItemReason.MANY_GONE : ItemReason.NOT_LISTED, 0, "", page.file()));
        }
        return items;
    }

    void end(ImportRun run, RunState state, @Nullable ItemReason reason) {
        record.write(() -> {
            runs.end(run.id(), state, reason, clock.instant());
            sources.release(run.source(), run.id());
            return true;
        });
        log.info("Import {} of source {} ended: {} {}", run.id(), run.source(), state,
                reason == null ? "" : reason);
    }
}
