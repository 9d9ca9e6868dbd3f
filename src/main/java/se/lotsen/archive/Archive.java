package se.lotsen.archive;

import se.lotsen.storage.Moments;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Notices;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.ArchiveRefusal.BaseChanged;
import se.lotsen.archive.ArchiveRefusal.DraftChanged;
import se.lotsen.archive.ArchiveRefusal.DraftExists;
import se.lotsen.archive.ArchiveRefusal.NoSuchFile;
import se.lotsen.archive.ArchiveRefusal.NotThere;
import se.lotsen.archive.ArchiveRefusal.SecondPairOfEyes;
import se.lotsen.knowledge.Page;

/**
 * What editors are writing, and what was served. Files are named relative to the knowledge-base folder; pages and the lists
 * beside them are kept alike. Every method blocks and is one whole change or none; what is not done is an
 * {@link ArchiveRefusal}. Whether somebody's role allows it is for the caller to ask.
 */
public class Archive {
    private static final Pattern UNKEPT = Pattern.compile("\\x00|\\p{Cs}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + Page.REVISION_DIGITS + ",64}");
    private final SerialRecord record;
    private final DraftTable drafts;
    private final RevisionTable revisions;
    private final AuditLog log;
    private final Publisher publisher;
    private final ArchiveProperties properties;
    private final Clock clock;
    private final Notices notices;

    Archive(SerialRecord record, DraftTable drafts, RevisionTable revisions, AuditLog log,
            Publisher publisher,
            ArchiveProperties properties, Clock clock, Notices notices) {
        this.record = record;
        this.drafts = drafts;
        this.revisions = revisions;
        this.log = log;
        this.publisher = publisher;
        this.properties = properties;
        this.clock = clock;
        this.notices = notices;
    }

    /** Whether what is published was looked at by somebody else than its last writer. */
    public boolean wantsFourEyes() {
        return properties.fourEyes();
    }

    /** Every draft, the one changed last first. */
    public List<Draft> drafts() {
        return record.read(drafts::all);
    }

    /** A draft by its id; empty when it was published or thrown away. */
    public Optional<Draft> draft(UUID id) {
        return record.read(() -> drafts.byId(id));
    }

    /** The draft of a file. */
    public Optional<Draft> draftOf(String file) {
        return record.read(() -> drafts.of(file));
    }

    /**
     * The draft of a file, begun from what is served when there is none.
     *
     * @throws NotThere when the archive knows no such file, or it was removed
     */
    public Draft begin(String file, Actor by) {
        return record.write(() -> known(file).orElseGet(() -> inserted(unwritten(file, 1, by))));
    }

    /**
     * The draft of a file, or what would be one: reading it begins none. Its version is 0 then.
     *
     * @throws NotThere when the archive knows no such file, or it was removed
     */
    public Draft read(String file, Actor by) {
        return record.read(() -> known(file).orElseGet(() -> unwritten(file, 0, by)));
    }

    /**
     * The last text of a file of which nothing is served or written any more: what was taken away, or thrown away as a draft.
     * Empty for every other file.
     */
    public Optional<String> textOfGone(String file) {
        return record.read(() -> !WorkingCopy.isKept(file) || drafts.of(file).isPresent()
                || revisions.latest(file).filter(revision -> !revision.removed()).isPresent()
                        ? Optional.empty()
                        : revisions.of(file).stream().filter(revision -> !revision.removed())
                                .map(Revision::text)
                                .findFirst()
                                .or(() -> drafts.discardedOf(file).stream().map(Draft::text).findFirst()));
    }

    /** A name that no file may have is asked of no database: PostgreSQL refuses some of them. */
    private Optional<Draft> known(String file) {
        if (!WorkingCopy.isKept(file)) {
            throw new NotThere("such file");
        }
        return drafts.of(file);
    }

    private Draft unwritten(String file, int version, Actor by) {
        Revision latest = revisions.latest(file).filter(revision -> !revision.removed())
                .orElseThrow(() -> new NotThere(file));
        return new Draft(UUID.randomUUID(), file, latest.text(), latest.number(), version, DraftState.DRAFT,
                DraftOrigin.WRITTEN, by, now(), "");
    }

    /**
     * Keeps what was typed in a file's draft; the first change begins it, and so does one to a draft that was published or
     * thrown away meanwhile.
     *
     * @param version of the draft that was read, 0 where there was none
     * @param basedOn the revision that the draft which was read changes; a draft that begins now changes the same one, so that
     *     nothing which was published since is replaced unseen
     * @throws DraftChanged when somebody else has saved, or begun, meanwhile
     */
    public Draft save(String file, int version, int basedOn, String typed, Actor by) {
        String text = storable(typed);
        return record.write(() -> {
            Optional<Draft> current = known(file);
            if (current.isPresent() && current.get().version() != version) {
                throw new DraftChanged(current.get());
            }
            Draft before = current.orElseGet(() -> unwritten(file, 0, by));
            if (before.text().equals(text)) {
                return before;
            }
            Draft changed = new Draft(before.id(), file, text,
                    current.map(Draft::basedOn).orElse(Math.min(basedOn, before.basedOn())),
                    before.version() + 1, DraftState.DRAFT, before.origin(), by, now(), before.note());
            if (current.isEmpty()) {
                return inserted(changed);
            }
            drafts.update(changed);
            return changed;
        });
    }

    /**
     * A draft with a text; of a new file, or of one that is served.
     *
     * @throws DraftExists when the file has one
     * @throws NoSuchFile for a name that no file may have
     */
    public Draft create(String file, String text, DraftOrigin origin, Actor by) {
        if (!WorkingCopy.isKept(file)) {
            throw new NoSuchFile(file);
        }
        return record.write(() -> {
            drafts.of(file).ifPresent(draft -> {
                throw new DraftExists(draft);
            });
            int basedOn = revisions.latest(file).map(Revision::number).orElse(0);
            return inserted(new Draft(UUID.randomUUID(), file, storable(text), basedOn, 1, DraftState.DRAFT,
                    origin, by,
                    now(), ""));
        });
    }

    private Draft inserted(Draft draft) {
        drafts.insert(draft);
        log.add(draft.writer(), "draft-begun", draft.file(), draft.origin().name());
        return draft;
    }

    /**
     * Keeps what was typed. A text that is the same changes nothing.
     *
     * @param version of the draft that was read
     * @throws DraftChanged when somebody else has saved meanwhile
     */
    public Draft save(UUID id, int version, String typed, Actor by) {
        String text = storable(typed);
        return change(id, version, by, null, draft -> draft.text().equals(text)
                ? draft
                : new Draft(id, draft.file(), text, draft.basedOn(), version + 1, DraftState.DRAFT,
                        draft.origin(), by,
                        now(), draft.note()));
    }

    /** Asks somebody else to look at it. */
    public Draft handIn(UUID id, int version, String note, Actor by) {
        return change(id, version, by, "draft-handed-in", draft -> new Draft(id, draft.file(), draft.text(),
                draft.basedOn(), version + 1, DraftState.IN_REVIEW, draft.origin(), draft.writer(), now(),
                storable(note)));
    }

    /** Gives it back to be written further. */
    public Draft handBack(UUID id, int version, String note, Actor by) {
        return change(id, version, by, "draft-handed-back", draft -> new Draft(id, draft.file(), draft.text(),
                draft.basedOn(), version + 1, DraftState.DRAFT, draft.origin(), draft.writer(), now(),
                storable(note)));
    }

    /** The writer has seen what was published meanwhile: the draft is to replace that. */
    public Draft rebase(UUID id, int version, Actor by) {
        return change(id, version, by, "draft-rebased", draft -> new Draft(id, draft.file(), draft.text(),
                revisions.latest(draft.file()).map(Revision::number).orElse(0), version + 1, draft.state(),
                draft.origin(), draft.writer(), now(), draft.note()));
    }

    private interface Change {
        Draft of(Draft draft);
    }

    private Draft change(UUID id, int version, Actor by, @Nullable String action, Change change) {
        return record.write(() -> {
            Draft draft = known(id, version);
            Draft changed = change.of(draft);
            if (changed != draft) {
                drafts.update(changed);
                if (action != null) {
                    log.add(by, action, draft.file(), "");
                }
            }
            return changed;
        });
    }

    private Draft known(UUID id, int version) {
        Draft draft = drafts.byId(id).orElseThrow(() -> new NotThere(id));
        if (draft.version() != version) {
            throw new DraftChanged(draft);
        }
        return draft;
    }

    /** Throws a draft away; {@link #bringBack} undoes it. */
    public void discard(UUID id, int version, Actor by) {
        record.write(() -> {
            Draft draft = known(id, version);
            drafts.discard(draft, now());
            drafts.forgetBefore(now().minus(properties.discardedFor()));
            log.add(by, "draft-discarded", draft.file(), draft.id().toString());
            return draft;
        });
    }

    /**
     * The draft that was thrown away.
     *
     * @throws DraftExists when the file has another one by now
     */
    public Draft bringBack(UUID id, Actor by) {
        return record.write(() -> {
            Draft draft = drafts.discarded(id).orElseThrow(() -> new NotThere(id));
            drafts.of(draft.file()).ifPresent(other -> {
                throw new DraftExists(other);
            });
            drafts.forget(id);
            drafts.insert(draft);
            log.add(by, "draft-brought-back", draft.file(), id.toString());
            return draft;
        });
    }

    /** Drafts of a file that were thrown away lately, the last first. */
    public List<Draft> discarded(String file) {
        return record.read(() -> drafts.discardedOf(file));
    }

    /**
     * Serves the drafts as they are, all of them or none, and makes the service see it before it returns.
     *
     * @param chosen as they were read; none may have changed since
     * @throws ArchiveRefusal naming what is in the way
     */
    public List<Revision> publish(List<Draft> chosen, Actor by, String note) {
        Map<String, Optional<String>> texts = new HashMap<>();
        chosen.forEach(draft -> texts.put(draft.file(), Optional.of(draft.text())));
        publisher.refuse(texts);
        List<Revision> made = record.write(() -> {
            List<Revision> all = new ArrayList<>();
            for (Draft draft : chosen) {
                all.add(published(known(draft.id(), draft.version()), by, note));
            }
            return all;
        });
        publisher.write(made);
        return made;
    }

    private Revision published(Draft draft, Actor by, String note) {
        Optional<Revision> latest = revisions.latest(draft.file());
        if (latest.isPresent() && latest.get().number() != draft.basedOn()) {
            throw new BaseChanged(draft, latest.get());
        }
        if (wantsFourEyes() && draft.writer().account().equals(by.account()) && !by.isMachine()) {
            throw new SecondPairOfEyes(draft);
        }
        drafts.delete(draft);
        return inserted(draft.file(), draft.text(), draft.basedOn() + 1, RevisionOrigin.PUBLISHED, by, note);
    }

    private Revision inserted(String file, String text, int number, RevisionOrigin origin, Actor by,
            String note) {
        Revision revision = new Revision(file, number, text, Page.digestOf(text),
                origin == RevisionOrigin.REMOVED,
                origin, by, now(), storable(note));
        revisions.insert(revision, Publisher.pageId(file, text));
        notices.tell(KnowledgeNews.TOPIC, file);
        log.add(by, switch (origin) {
            case REMOVED -> "remove";
            case RESTORED -> "restore";
            case FOUND, OUTSIDE, PUBLISHED -> "publish";
        }, file, Integer.toString(number));
        return revision;
    }

    /**
     * Serves a text at once, without a draft: for what needs no second pair of eyes, such as the day on which somebody has
     * confirmed a page. A draft of the file stays, and is told at its publication that something was served meanwhile.
     *
     * @throws NotThere when nothing is served of the file
     */
    public Revision serve(String file, String text, Actor by, String note) {
        revisionNow(file).orElseThrow(() -> new NotThere(file));
        publisher.refuse(Map.of(file, Optional.of(text)));
        return next(file, text, RevisionOrigin.PUBLISHED, by, note);
    }

    /** Serves an earlier revision again: it was looked at once, so nobody needs to be asked. A draft of the file stays. */
    public Revision restore(String file, int number, Actor by, String note) {
        Revision before = revision(file, number).filter(revision -> !revision.removed())
                .orElseThrow(() -> new NotThere(file + " " + number));
        publisher.refuse(Map.of(file, Optional.of(before.text())));
        return next(file, before.text(), RevisionOrigin.RESTORED, by, note);
    }

    /**
     * Serves the file no more; {@link #restore} undoes it.
     *
     * @throws ArchiveRefusal.Unreadable when nothing could be served without it
     */
    public Revision remove(String file, Actor by, String note) {
        revisionNow(file).orElseThrow(() -> new NotThere(file));
        publisher.refuse(Map.of(file, Optional.empty()));
        return next(file, "", RevisionOrigin.REMOVED, by, note);
    }

    private Revision next(String file, String text, RevisionOrigin origin, Actor by, String note) {
        Revision made = record.write(() -> inserted(file, text,
                revisions.latest(file).map(Revision::number).orElse(0) + 1, origin, by, note));
        publisher.write(List.of(made));
        return made;
    }

    /** What is served of a file now; empty when nothing is. */
    public Optional<Revision> revisionNow(String file) {
        return WorkingCopy.isKept(file)
                ? record.read(() -> revisions.latest(file)).filter(revision -> !revision.removed())
                : Optional.empty();
    }

    /** Every revision of a file, the latest first. */
    public List<Revision> history(String file) {
        return WorkingCopy.isKept(file) ? record.read(() -> revisions.of(file)) : List.of();
    }

    /** A revision by its number. */
    public Optional<Revision> revision(String file, int number) {
        return WorkingCopy.isKept(file)
                ? record.read(() -> revisions.one(file, number))
                : Optional.empty();
    }

    /**
     * The latest revision of a page, by its id, with a digest that begins so.
     *
     * @param digestPrefix at least {@value Page#REVISION_DIGITS} hexadecimal digits; nothing is found by anything else
     */
    public Optional<Revision> revisionOf(String page, String digestPrefix) {
        return DIGEST.matcher(digestPrefix).matches()
                ? record.read(() -> revisions.ofPage(page, digestPrefix))
                : Optional.empty();
    }

    /** The text that a file had when it had this digest; empty where no such revision was ever kept. */
    public Optional<String> text(String file, String digest) {
        return WorkingCopy.isKept(file)
                ? record.read(() -> revisions.withDigest(file, digest)).map(Revision::text)
                : Optional.empty();
    }

    /** Whether the versions of a file are kept, by its name. */
    public static boolean keeps(String file) {
        return WorkingCopy.isKept(file);
    }

    /** What came after a revision. */
    public Optional<Revision> after(Revision revision) {
        return record.read(() -> revisions.after(revision));
    }

    /** PostgreSQL keeps no zero, and no file half of a pair of signs. */
    private static String storable(String text) {
        return UNKEPT.matcher(text).replaceAll("");
    }

    private Instant now() {
        return Moments.storable(clock.instant());
    }
}
