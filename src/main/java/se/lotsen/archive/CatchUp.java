package se.lotsen.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.archive.RevisionTable.Head;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeSupply;
import se.lotsen.knowledge.Page;
import se.lotsen.storage.SerialRecord;

/**
 * What another process has published and this one's folder does not hold yet: a file that is as this process last left it, or,
 * where it has not met the file since its start, one that is missing or was published like this once. Everything else is
 * somebody's edit and is left as it is. So folders may be shared by processes or be one for each. A process that is alone with
 * its database is never behind: there an old text is an edit, too. ADR 0050.
 */
final class CatchUp implements KnowledgeSupply {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    /** Somebody is in the middle of it, or it is no text; what it holds is nothing that was published. */
    private static final String UNREADABLE = "unreadable";
    private final SerialRecord record;
    private final RevisionTable revisions;
    private final WorkingCopy copy;
    private final KnowledgeFolder folder;
    private final boolean alone;
    private volatile Map<String, String> here = Map.of();

    /** @param alone whether no other process publishes */
    CatchUp(SerialRecord record, RevisionTable revisions, WorkingCopy copy, KnowledgeFolder folder,
            boolean alone) {
        this.record = record;
        this.revisions = revisions;
        this.copy = copy;
        this.folder = folder;
        this.alone = alone;
    }

    @Override
    public void supply() {
        List<Revision> behind = behind();
        try {
            behind.forEach(copy::bring);
        } catch (ArchiveRefusal.FolderReadOnly e) {
            log.error(
                    "What was published elsewhere cannot be written; residents are answered from older pages");
        }
    }

    /** The latest revisions that the folder does not hold yet, and nobody's edit stands in their way. */
    List<Revision> behind() {
        Map<String, String> found = digests();
        here = found;
        return record.read(() -> {
            List<Revision> behind = new ArrayList<>();
            revisions.heads().forEach((file, head) -> {
                String digest = found.getOrDefault(file, "");
                if (digest.equals(head.published())) {
                    copy.isInOrder(file, digest);
                } else if (isBehind(file, head, digest)) {
                    revisions.one(file, head.number()).ifPresent(behind::add);
                }
            });
            return behind;
        });
    }

    /**
     * Whether a file is merely old.
     *
     * @param digest of what the folder holds; empty for nothing
     */
    boolean isBehind(String file, Head head, String digest) {
        return !alone && !digest.equals(UNREADABLE) && !digest.equals(head.published())
                && copy.held(file).map(digest::equals)
                        .orElseGet(() -> digest.isEmpty() || record.read(() -> revisions.had(file, digest)));
    }

    /** How the folder, as it was last looked at, stands to what is published. Blocks. */
    KnowledgeState state() {
        Map<String, String> published = new HashMap<>();
        record.read(revisions::heads).forEach((file, head) -> {
            if (!head.removed()) {
                published.put(file, head.digest());
            }
        });
        return KnowledgeState.of(here, published);
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new HashMap<>();
        for (String file : WorkingCopy.files(folder)) {
            digests.put(file, folder
                    .read(file, finding -> log.debug("{} is not read: {}", finding.file(), finding.code()))
                    .map(Page::digestOf).orElse(UNREADABLE));
        }
        return digests;
    }
}
