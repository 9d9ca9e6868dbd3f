package se.lotsen.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.archive.Revision;
import se.lotsen.extraction.FoundPage;
import se.lotsen.knowledge.EService;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;

/** What an import writes: drafts of pages, in the archive. A page that editors know keeps all that they have said about it. */
final class PageDrafts {
    private final Archive archive;
    private final Actor importer;
    private final Clock clock;
    private final ZoneId zone;

    PageDrafts(Archive archive, Actor importer, Clock clock, ZoneId zone) {
        this.archive = archive;
        this.importer = importer;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is to be done with a page.
     *
     * @param draft that is to be changed; null for a new one
     * @param text of the whole file
     */
    record Plan(ItemOutcome outcome, @Nullable ItemReason reason, String file, String text,
            @Nullable Draft draft) {
        static Plan skipped(ItemReason reason, String file) {
            return new Plan(ItemOutcome.SKIPPED, reason, file, "", null);
        }
    }

    /** Names for the pages of one run. */
    PageNames names(Library library) {
        return new PageNames(library, archive.drafts());
    }

    /**
     * What would be done.
     *
     * @param file that the page is to be
     * @param since when the run began: what it has written itself is no reason to leave it alone after a restart
     */
    Plan plan(ImportSource source, FoundPage found, String file, Instant since) {
        Optional<Draft> draft = archive.draftOf(file);
        Optional<Revision> served = archive.revisionNow(file);
        boolean there = draft.isPresent() || served.isPresent();
        PageDocument before = draft.map(Draft::text).or(() -> served.map(Revision::text))
                .or(() -> lastText(file))
                .map(PageDocument::parse).orElse(null);
        PageDocument after = document(source, found, file, before);
        ItemOutcome written = served.isPresent() ? ItemOutcome.CHANGED : ItemOutcome.NEW;
        if (there && before != null && isSame(before, after)) {
            boolean justNow = draft.filter(ours -> isUntouched(ours) && !ours.changedAt().isBefore(since))
                    .isPresent();
            return new Plan(justNow ? written : ItemOutcome.UNCHANGED, null, file, "", draft.orElse(null));
        }
        if (draft.isPresent() && !isUntouched(draft.get())) {
            return Plan.skipped(ItemReason.DRAFT_EXISTS, file);
        }
        List<Finding> findings = new ArrayList<>();
        if (Page.read(file, after.text(), findings::add).isEmpty()) {
            return Plan.skipped(ItemReason.INVALID, file);
        }
        return new Plan(written, null, file, after.text(), draft.orElse(null));
    }

    /** Of a page that was removed and has come back: what editors said about it holds again. */
    private Optional<String> lastText(String file) {
        return archive.history(file).stream().filter(revision -> !revision.removed()).map(Revision::text)
                .findFirst();
    }

    /** Only an import has written on it. */
    private boolean isUntouched(Draft draft) {
        return draft.origin() == DraftOrigin.IMPORTED && draft.writer().equals(importer);
    }

    private static boolean isSame(PageDocument before, PageDocument after) {
        return before.body().strip().equals(after.body().strip())
                && Objects.equals(before.fields().title(), after.fields().title())
                && Objects.equals(before.fields().eService(), after.fields().eService());
    }

    /** @return why nothing was written; null when it was */
    @Nullable
    ItemReason write(Plan plan) {
        if (plan.text().isEmpty()) {
            return null;
        }
        try {
            if (plan.draft() == null) {
                archive.create(plan.file(), plan.text(), DraftOrigin.IMPORTED, importer);
            } else {
                archive.save(plan.draft().id(), plan.draft().version(), plan.text(), importer);
            }
            return null;
        } catch (ArchiveRefusal.DraftExists | ArchiveRefusal.DraftChanged | ArchiveRefusal.NotThere e) {
            return ItemReason.DRAFT_EXISTS;
        } catch (ArchiveRefusal.NoSuchFile e) {
            return ItemReason.INVALID;
        }
    }

    /** Serves a page no more; it can be restored. @return why it still is; null when it is not */
    @Nullable
    ItemReason retire(String file, String note) {
        try {
            if (archive.revisionNow(file).isPresent()) {
                archive.remove(file, importer, note);
            }
            return null;
        } catch (ArchiveRefusal.Unreadable e) {
            return ItemReason.LAST_PAGE;
        } catch (ArchiveRefusal.NotThere e) {
            return null;
        } catch (ArchiveRefusal.FolderReadOnly e) {
            return ItemReason.FAULT;
        }
    }

    /** Where a page can be read. */
    static String url(ImportSource source, FoundPage found) {
        return found.address() == null ? source.settings().address() : found.address().toString();
    }

    private PageDocument document(ImportSource source, FoundPage found, String file,
            @Nullable PageDocument before) {
        PageDocument.Fields kept = before == null ? PageDocument.Fields.NONE : before.fields();
        SourceSettings settings = source.settings();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        String id = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        PageDocument.Fields fields = new PageDocument.Fields(or(kept.id(), id), found.title(),
                url(source, found),
                or(kept.area(), settings.area()), or(kept.owner(), settings.owner()),
                orList(kept.audience(), List.of(settings.audience())), or(kept.reviewed(), today.toString()),
                or(kept.reviewBy(), today.plusMonths(settings.reviewMonths()).toString()), kept.validFrom(),
                kept.validTo(), service(found.eService(), kept.eService()),
                or(kept.nonDigitalRoute(), settings.nonDigitalRoute()),
                or(kept.contact(), settings.contact()),
                orList(kept.questions(),
                        found.questions().isEmpty() ? List.of(found.title()) : found.questions()),
                orList(kept.phrasings(), found.phrasings()),
                found.language().equals("sv") ? null : found.language(),
                kind(source, found), found.published() == null ? null : found.published().toString(),
                found.modified() == null ? null : found.modified().toString(),
                found.breadcrumb().isEmpty() ? null : found.breadcrumb());
        return PageDocument.of(fields, found.markdown() + "\n");
    }

    private static String or(@Nullable String kept, String otherwise) {
        return kept == null || kept.isBlank() ? otherwise : kept;
    }

    private static @Nullable List<String> orList(@Nullable List<String> kept, List<String> otherwise) {
        return kept != null && !kept.isEmpty() ? kept : otherwise.isEmpty() ? null : otherwise;
    }

    private static PageDocument.@Nullable Service service(@Nullable EService found,
            PageDocument.@Nullable Service kept) {
        return found == null
                ? kept
                : new PageDocument.Service(found.name(), found.url(), found.eId(), found.signing(),
                        found.payment());
    }

    /** The kind of source as a page's front matter names it. */
    private static String kind(ImportSource source, FoundPage found) {
        String path = source.kind() == SourceKind.FILE ? source.settings().file() : url(source, found);
        if (path.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            return "pdf";
        }
        return source.kind().code();
    }
}
