package se.lotsen.archive;

import se.lotsen.storage.SerialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;

/**
 * Brings revisions into the working copy. The record is written first and says what is still to be brought over, so that a
 * process that is killed in between leaves nothing half published: the next start finishes it.
 */
final class Publisher {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private final SerialRecord record;
    private final RevisionTable revisions;
    private final WorkingCopy copy;
    private final KnowledgeFolder folder;
    private final KnowledgeWatch watch;
    private final FileCheck check;
    private final Lock writing = new ReentrantLock();

    Publisher(SerialRecord record, RevisionTable revisions, WorkingCopy copy, KnowledgeFolder folder,
            KnowledgeWatch watch, FileCheck check) {
        this.record = record;
        this.revisions = revisions;
        this.copy = copy;
        this.folder = folder;
        this.watch = watch;
        this.check = check;
    }

    /** @throws ArchiveRefusal when the files could not be served or written */
    void refuse(Map<String, Optional<String>> texts) {
        // What others have changed in the folder a moment ago is not overwritten unseen.
        watch.look();
        copy.refuseUnwritable(texts.keySet());
        List<Finding> findings = check.check(folder.with(texts), texts.keySet());
        if (!findings.isEmpty()) {
            throw new ArchiveRefusal.Unreadable(findings);
        }
    }

    /** Writes them, and has the service look at once. */
    void write(List<Revision> made) {
        writing.lock();
        try {
            for (Revision revision : made) {
                bring(revision);
            }
            record.write(() -> {
                made.forEach(revisions::written);
                return made;
            });
        } finally {
            writing.unlock();
        }
        watch.look();
    }

    /** A later revision may have been brought over meanwhile; it stays. */
    private void bring(Revision revision) {
        if (record.read(() -> revisions.number(revision.file())) != revision.number()) {
            return;
        }
        copy.bring(revision);
    }

    /** What was published and not brought over, by a process that was killed or on a disk that was full. */
    void finish() {
        List<Revision> left = record.read(revisions::unwritten);
        if (!left.isEmpty()) {
            log.info("{} files that were published are written into the folder", left.size());
            try {
                write(left);
            } catch (ArchiveRefusal.FolderReadOnly e) {
                log.error("Files that were published cannot be written; residents are answered without them");
            }
        }
    }

    /** The id of the page in a file; null for a file that is no page, or none that can be read. */
    static @Nullable String pageId(String file, String text) {
        return KnowledgeFolder.isPage(file) && !text.isEmpty()
                ? Page.read(file, text, finding -> log.debug("{}: {}", file, finding.code())).map(Page::id)
                        .orElse(null)
                : null;
    }
}
