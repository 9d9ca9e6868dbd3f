package se.lotsen.archive;

import se.lotsen.storage.Moments;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.Notices;
import se.lotsen.storage.SerialRecord;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import se.lotsen.archive.RevisionTable.Head;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.knowledge.Page;

/**
 * Takes in what others change in the folder: a deployment, a Git checkout, an editor with a text editor. It is served and
 * becomes a revision; where a second pair of eyes is wanted it becomes a draft, and what was approved is put back.
 */
final class OutsideEdits implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(OutsideEdits.class);
    private final SerialRecord record;
    private final DraftTable drafts;
    private final RevisionTable revisions;
    private final AuditLog audit;
    private final WorkingCopy copy;
    private final Publisher publisher;
    private final KnowledgeFolder folder;
    private final KnowledgeWatch watch;
    private final ArchiveProperties properties;
    private final Actor outside;
    private final Clock clock;
    private final CatchUp catchUp;
    private final Leadership leadership;
    private final Notices notices;
    private volatile boolean ledAtLastLook;
    /** Digests of edits that are held and lie in the folder still, by file: they are not held anew at each look. */
    private final Map<String, String> notPutBack = new HashMap<>();

    OutsideEdits(SerialRecord record, DraftTable drafts, RevisionTable revisions, AuditLog audit,
            WorkingCopy copy,
            Publisher publisher, KnowledgeFolder folder, KnowledgeWatch watch, ArchiveProperties properties,
            Actor outside,
            Clock clock, CatchUp catchUp, Leadership leadership,
            Notices notices) {
        this.record = record;
        this.drafts = drafts;
        this.revisions = revisions;
        this.audit = audit;
        this.copy = copy;
        this.publisher = publisher;
        this.folder = folder;
        this.watch = watch;
        this.properties = properties;
        this.outside = outside;
        this.clock = clock;
        this.catchUp = catchUp;
        this.leadership = leadership;
        this.notices = notices;
    }

    /** Not before everybody listens: what is written now is to be heard. */
    @Override
    public void afterSingletonsInstantiated() {
        lookFromOutside();
    }

    @EventListener
    void pages(LibraryChanged changed) {
        look();
    }

    @EventListener
    void files(KnowledgeFilesChanged changed) {
        look();
    }

    /** What differs between the folder and the archive. */
    private record Edit(String file, Optional<String> text, Optional<Head> before) {
        String digest() {
            return text.map(Page::digestOf).orElse("");
        }
    }

    /**
     * Compares the whole folder: an edit that was missed once is found at the next change. What others have published is
     * brought here first. Of several processes only the one that leads takes edits in; another one leaves a text that nobody
     * has published where it is.
     */
    private synchronized void look() {
        ledAtLastLook = leadership.leads();
        bringWhatIsBehind();
        publisher.finish();
        if (!ledAtLastLook) {
            return;
        }
        Map<String, Head> heads = record.read(revisions::heads);
        SortedSet<String> files = WorkingCopy.files(folder);
        if (files.stream().noneMatch(KnowledgeFolder::isPage)) {
            log.warn("There is no page in {}; nothing is taken away because of that", folder.root());
            return;
        }
        List<Edit> edits = edits(heads, files);
        if (!edits.isEmpty()) {
            take(edits, heads.isEmpty());
        }
    }

    /** Who begins to lead finds what nobody has taken in until now. */
    boolean leadHasChanged() {
        return leadership.leads() != ledAtLastLook;
    }

    /** Somebody has published; the folder has not changed. */
    void lookFromOutside() {
        watch.undisturbed(this::look);
    }

    private void bringWhatIsBehind() {
        List<Revision> behind = catchUp.behind();
        if (!behind.isEmpty()) {
            log.info("{} files that were published elsewhere are brought into the folder", behind.size());
            try {
                publisher.write(behind);
            } catch (ArchiveRefusal.FolderReadOnly e) {
                log.error(
                        "What was published elsewhere cannot be written; residents are answered from older pages");
            }
        }
    }

    private List<Edit> edits(Map<String, Head> heads, SortedSet<String> files) {
        List<Edit> edits = new ArrayList<>();
        for (String file : files) {
            Optional<Head> before = Optional.ofNullable(heads.get(file));
            folder.read(file, OutsideEdits::unread)
                    .filter(text -> !before.map(head -> isKnown(head, text)
                            || catchUp.isBehind(file, head, Page.digestOf(text))).orElse(false))
                    .ifPresent(text -> edits.add(new Edit(file, Optional.of(text), before)));
        }
        heads.forEach((file, head) -> {
            if (head.written() && !head.removed() && !Files.exists(folder.resolve(file))
                    && !catchUp.isBehind(file, head, "")) {
                edits.add(new Edit(file, Optional.empty(), Optional.of(head)));
            }
        });
        return edits;
    }

    /** What was published and is still to be written is nobody's edit. */
    private static boolean isKnown(Head head, String text) {
        return !head.written() || !head.removed() && head.digest().equals(Page.digestOf(text));
    }

    private static void unread(Finding finding) {
        log.debug("{} is not read: {}", finding.file(), finding.code());
    }

    private void take(List<Edit> edits, boolean first) {
        boolean held = properties.fourEyes() && !first;
        List<Edit> taken = record.write(() -> {
            List<Edit> still = edits.stream().filter(this::isStill).toList();
            still.forEach(edit -> {
                if (held) {
                    hold(edit);
                } else {
                    revise(edit, first ? RevisionOrigin.FOUND : RevisionOrigin.OUTSIDE);
                }
            });
            return still;
        });
        if (!held) {
            taken.forEach(edit -> copy.isInOrder(edit.file(), edit.digest()));
        }
        log.info("{} files were changed in the folder by others{}", taken.size(),
                held ? ", and wait as drafts" : "");
        if (held) {
            putBack(taken);
        }
    }

    /** Not when it was published since the folder was read; whoever did that has the folder looked at again. */
    private boolean isStill(Edit edit) {
        return revisions.number(edit.file()) == edit.before().map(Head::number).orElse(0);
    }

    private void revise(Edit edit, RevisionOrigin origin) {
        String text = edit.text().orElse("");
        int number = edit.before().map(Head::number).orElse(0) + 1;
        Revision revision = new Revision(edit.file(), number, text, Page.digestOf(text),
                edit.text().isEmpty(),
                edit.text().isEmpty() ? RevisionOrigin.REMOVED : origin, outside,
                Moments.storable(clock.instant()),
                "");
        revisions.insert(revision, Publisher.pageId(edit.file(), text));
        revisions.written(revision);
        notices.tell(KnowledgeNews.TOPIC, edit.file());
        if (origin != RevisionOrigin.FOUND) {
            audit.add(outside, "outside-edit", edit.file(), Integer.toString(number));
        }
    }

    /** A file that was taken away is no draft: it is put back, and the log says so. */
    private void hold(Edit edit) {
        if (edit.digest().equals(notPutBack.get(edit.file()))) {
            return;
        }
        edit.text().ifPresent(text -> {
            Draft held = new Draft(UUID.randomUUID(), edit.file(), text,
                    edit.before().map(Head::number).orElse(0), 1,
                    DraftState.IN_REVIEW, DraftOrigin.OUTSIDE, outside,
                    Moments.storable(clock.instant()), "");
            if (drafts.of(edit.file()).isEmpty()) {
                drafts.insert(held);
            } else {
                // Nobody's writing is replaced; what was changed outside can be brought back from the file's history.
                drafts.insertDiscarded(held, held.changedAt());
            }
        });
        audit.add(outside, "outside-edit-held", edit.file(), "");
    }

    private void putBack(List<Edit> edits) {
        List<Revision> back = record.read(() -> edits.stream().flatMap(edit -> edit.before()
                .filter(head -> !head.removed())
                .flatMap(head -> revisions.one(edit.file(), head.number())).stream()).toList());
        notPutBack.clear();
        try {
            edits.stream().filter(edit -> edit.before().map(Head::removed).orElse(true))
                    .forEach(edit -> copy.remove(edit.file()));
            publisher.write(back);
        } catch (ArchiveRefusal.FolderReadOnly e) {
            // Others must hear of the change all the same; it is tried again at the next one.
            log.error(
                    "What was approved cannot be put back; residents are answered from what nobody approved");
            edits.forEach(edit -> notPutBack.put(edit.file(), edit.digest()));
        }
    }
}
