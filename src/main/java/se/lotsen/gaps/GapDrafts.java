package se.lotsen.gaps;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.audit.AuditLog;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.archive.Revision;
import se.lotsen.gaps.GapRefusal.Reason;

/** What is written for gaps: drafts alone, begun or gone on with, and which gap each was for. Nothing is published here. */
final class GapDrafts {
    private final Archive archive;
    private final SerialRecord record;
    private final GapTable table;
    private final AuditLog log;

    GapDrafts(Archive archive, SerialRecord record, GapTable table, AuditLog log) {
        this.archive = archive;
        this.record = record;
        this.table = table;
        this.log = log;
    }

    /**
     * Changes a file's draft, or begins one from what is served.
     *
     * @param change from the text as it is, empty for a file that there is not yet, to the new one
     * @param action for the audit log
     * @throws GapRefusal when the change refuses it, or the archive does
     */
    Draft write(UUID gap, String file, UnaryOperator<String> change, String action, Actor by) {
        Draft written = refusing(() -> {
            Optional<Draft> draft = archive.draftOf(file);
            return draft.isPresent()
                    ? archive.save(draft.get().id(), draft.get().version(), change.apply(draft.get().text()),
                            by)
                    : archive.create(file, change.apply(served(file)), DraftOrigin.GAP, by);
        });
        kept(gap, written, action, by);
        return written;
    }

    /** The draft of a page that there is not yet. */
    Draft begin(UUID gap, String file, String text, String action, Actor by) {
        if (archive.revisionNow(file).isPresent() || archive.draftOf(file).isPresent()) {
            throw new GapRefusal(Reason.TAKEN);
        }
        Draft begun = refusing(() -> archive.create(file, text, DraftOrigin.GAP, by));
        kept(gap, begun, action, by);
        return begun;
    }

    /** The drafts that were written for a gap and are not published yet. */
    List<Draft> of(UUID gap) {
        return record.read(() -> table.files(gap)).stream().map(archive::draftOf).flatMap(Optional::stream)
                .toList();
    }

    private String served(String file) {
        return archive.revisionNow(file).map(Revision::text).orElse("");
    }

    private void kept(UUID gap, Draft draft, String action, Actor by) {
        record.write(() -> {
            if (table.one(gap).isPresent()) {
                table.addFile(gap, draft.file());
            }
            log.add(by, action, gap.toString(), draft.file());
            return draft;
        });
    }

    private interface Writing {
        Draft write();
    }

    private static Draft refusing(Writing writing) {
        try {
            return writing.write();
        } catch (ArchiveRefusal e) {
            throw new GapRefusal(switch (e) {
                case ArchiveRefusal.DraftChanged changed -> Reason.DRAFT_CHANGED;
                case ArchiveRefusal.DraftExists exists -> Reason.DRAFT_CHANGED;
                case ArchiveRefusal.NotThere gone -> Reason.DRAFT_CHANGED;
                case ArchiveRefusal.BaseChanged changed -> Reason.DRAFT_CHANGED;
                case ArchiveRefusal.SecondPairOfEyes other -> Reason.FILE;
                case ArchiveRefusal.Unreadable unreadable -> Reason.DRAFT;
                case ArchiveRefusal.NoSuchFile name -> Reason.FILE;
                case ArchiveRefusal.FolderReadOnly folder -> Reason.FILE;
            });
        }
    }
}
