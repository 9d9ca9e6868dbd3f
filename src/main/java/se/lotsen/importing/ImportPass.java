package se.lotsen.importing;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.storage.SerialRecord;
import se.lotsen.extraction.FoundPage;
import se.lotsen.knowledge.Page;

/** One run while it goes through its pages: each is finished, with its reason, before the next. */
final class ImportPass {
    private final SerialRecord record;
    private final RunTable runs;
    private final SeenTable seen;
    private final PageDrafts drafts;
    private final String goneNote;
    private final Clock clock;
    private final ImportRun run;
    private final ImportSource source;
    private final SourceReader reader;
    private final PageNames names;
    private final ImportRunner.Waiting waiting;

    ImportPass(ImportRunner.Tables tables, PageDrafts drafts, String goneNote, Clock clock, ImportRun run,
            ImportSource source, SourceReader reader, PageNames names, ImportRunner.Waiting waiting) {
        this.record = tables.record();
        this.runs = tables.runs();
        this.seen = tables.seen();
        this.drafts = drafts;
        this.goneNote = goneNote;
        this.clock = clock;
        this.run = run;
        this.source = source;
        this.reader = reader;
        this.names = names;
        this.waiting = waiting;
    }

    /** Empty when all is done, or somebody has asked the run to end. */
    Optional<RunItem> next() {
        return record.read(() -> runs.one(run.id()).filter(now -> !now.cancelling())
                .flatMap(now -> runs.next(run.id())));
    }

    void one(RunItem item) throws InterruptedException {
        if (item.reason() == ItemReason.NOT_LISTED || item.reason() == ItemReason.MANY_GONE) {
            finish(gone(item, item.reason()), null);
            return;
        }
        Seen known = record.read(() -> seen.one(source.id(), item.address())).orElse(null);
        Reading reading = waiting.on(() -> reader.read(new Listed(item.address(), item.listed()),
                run.everything() || known != null && known.goneAt() != null ? null : known));
        switch (reading) {
            case Reading.Found found -> found(item, found, known);
            case Reading.Same same -> finish(with(item, ItemOutcome.UNCHANGED, null, 0, "",
                    known == null ? "" : known.file()), known == null ? null : listed(known, item));
            case Reading.Gone gone -> finish(known == null || known.goneAt() != null
                    ? with(item, ItemOutcome.SKIPPED, ItemReason.NOT_FOUND, 0, "", "")
                    : gone(with(item, ItemOutcome.PENDING, null, 0, "", known.file()),
                            ItemReason.NOT_FOUND),
                    null);
            case Reading.Left left ->
                finish(with(item, ItemOutcome.SKIPPED, left.reason(), left.status(), "",
                        known == null ? "" : known.file()), null);
        }
    }

    private void found(RunItem item, Reading.Found found, @Nullable Seen known) {
        String title = found.page().title();
        String file = names.fileOf(source, PageDrafts.url(source, found.page()), title,
                known == null ? null : known.file());
        if (record.read(() -> runs.has(run.id(), file, item.position()))) {
            finish(with(item, ItemOutcome.SKIPPED, ItemReason.REPEATED, 0, title, file), null);
            return;
        }
        String digest = digest(found.page());
        Seen now = new Seen(item.address(), file, digest, found.etag(), found.lastModified(),
                item.listed(), null,
                null);
        // The page may look otherwise here: editors have changed it since. As long as the source does not, theirs holds.
        if (known != null && known.goneAt() == null && known.digest().equals(digest)
                && !run.everything()) {
            finish(with(item, ItemOutcome.UNCHANGED, null, 0, title, file), now);
            return;
        }
        PageDrafts.Plan plan = drafts.plan(source, found.page(), file, run.startedAt());
        ItemReason refused = run.dry() || plan.reason() != null ? plan.reason() : drafts.write(plan);
        if (refused != null) {
            finish(with(item, ItemOutcome.SKIPPED, refused, 0, title, file), null);
            return;
        }
        finish(with(item, plan.outcome(), null, 0, title, file), now);
    }

    /** A page that editors have, and the source has not. */
    private RunItem gone(RunItem item, ItemReason why) {
        ItemReason reason = why;
        if (!run.dry()) {
            ItemReason kept = source.settings().retiring() && why != ItemReason.MANY_GONE
                    ? drafts.retire(item.file(), goneNote)
                    : null;
            reason = kept == null ? why : kept;
            ItemReason shown = reason;
            record.write(() -> {
                seen.gone(source.id(), item.address(), shown, clock.instant());
                return true;
            });
        }
        return with(item, ItemOutcome.GONE, reason, 0, item.title(), item.file());
    }

    private void finish(RunItem item, @Nullable Seen now) {
        record.write(() -> {
            runs.update(run.id(), item);
            if (now != null && !run.dry()) {
                seen.put(source.id(), now);
            }
            return true;
        });
    }

    private static String digest(FoundPage page) {
        return Page.digestOf(page.title() + "\n" + page.eService() + "\n" + page.markdown());
    }

    private static Seen listed(Seen known, RunItem item) {
        return new Seen(known.address(), known.file(), known.digest(), known.etag(), known.lastModified(),
                item.listed(), null, null);
    }

    private static RunItem with(RunItem item, ItemOutcome outcome, @Nullable ItemReason reason, int status,
            String title, String file) {
        return new RunItem(item.position(), item.address(), item.listed(), outcome, reason, status, title,
                file);
    }
}
