package se.lotsen.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal.NotThere;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.archive.DraftState;
import se.lotsen.audit.Actor;
import se.lotsen.archive.FileCheck;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFolder;

/** The settings' files as drafts: read, kept, checked. It blocks. */
final class SettingsFiles {
    private final Archive archive;
    private final KnowledgeFolder folder;
    private final FileCheck check;

    SettingsFiles(Archive archive, KnowledgeFolder folder, FileCheck check) {
        this.archive = archive;
        this.folder = folder;
        this.check = check;
    }

    SettingsRow row(String file) {
        return new SettingsRow(file, archive.revisionNow(file).orElse(null),
                archive.draftOf(file).orElse(null));
    }

    List<SettingsRow> rows(Subject subject) {
        return subject.files().stream().map(this::row).toList();
    }

    /** What is being written, or else what is served; of a file that does not exist yet an empty one. Its version is 0 without a draft. */
    Draft read(String file, Actor by) {
        try {
            return archive.read(file, by);
        } catch (NotThere none) {
            return new Draft(new UUID(0, 0), file, "", 0, 0, DraftState.DRAFT, DraftOrigin.WRITTEN, by,
                    Instant.EPOCH, "");
        }
    }

    /** Keeps a text as the file's draft, which changes the revision that its writer has read. */
    Draft keep(String file, int version, int basedOn, String text, Actor by) {
        boolean begins = archive.draftOf(file).isEmpty() && archive.revisionNow(file).isEmpty();
        return begins
                ? archive.create(file, text, DraftOrigin.WRITTEN, by)
                : archive.save(file, version, basedOn, text, by);
    }

    /** What forbids to publish the text, in an editor's words; empty for nothing. */
    List<String> faults(Draft draft) {
        FindingText text = new FindingText();
        List<String> faults = new ArrayList<>();
        if (draft.version() > 0) {
            check.check(folder.with(Map.of(draft.file(), Optional.of(draft.text()))), Set.of(draft.file()))
                    .forEach(finding -> faults.add(text.of(finding)));
        }
        return faults;
    }
}
