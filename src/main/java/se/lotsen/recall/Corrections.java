package se.lotsen.recall;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Moments;
import se.lotsen.recall.Correction.State;

/** What editors do with corrections; each step is in the log. What is not possible any more gives nothing and changes nothing. It blocks. */
final class Corrections {
    private static final int SHOWN = 200;
    private final SerialRecord record;
    private final CorrectionTable corrections;
    private final TargetTable targets;
    private final AuditLog log;
    private final Clock clock;

    Corrections(SerialRecord record, JdbcClient database, AuditLog log, Clock clock) {
        this.record = record;
        this.corrections = new CorrectionTable(database);
        this.targets = new TargetTable(database);
        this.log = log;
        this.clock = clock;
    }

    List<Correction> latest() {
        return record.read(() -> corrections.latest(SHOWN));
    }

    Optional<Correction> find(UUID id) {
        return record.read(() -> corrections.find(id));
    }

    Progress progress(UUID id) {
        return record.read(() -> targets.progress(id));
    }

    /** Those that go out now. */
    List<Correction> sending() {
        return record.read(() -> corrections.in(State.SENDING));
    }

    /** @param text a proposal */
    Correction begin(Selection selection, String title, String text, Actor by) {
        return record.write(() -> {
            Correction correction = new Correction(UUID.randomUUID(), selection, title, text, State.DRAFT, 1,
                    by, Moments.storable(clock.instant()));
            corrections.insert(correction);
            log.add(by, "correction-begun", correction.id().toString(), selection.page());
            return correction;
        });
    }

    /** Keeps what was typed. */
    Optional<Correction> save(UUID id, int version, String text, Actor by) {
        return change(id, version, State.DRAFT, State.DRAFT, text, "correction-text", by);
    }

    /** It goes out to these from now on: each is told once, whatever happens meanwhile. */
    Optional<Correction> confirm(UUID id, int version, List<Affected> affected, Actor by) {
        return record.write(() -> {
            Optional<Correction> sent = changed(id, version, State.DRAFT, State.SENDING, null,
                    "correction-confirmed", by);
            sent.ifPresent(correction -> affected
                    .forEach(one -> targets.insert(correction.id(), one.conversation())));
            return sent;
        });
    }

    /** Nobody else is told. */
    Optional<Correction> stop(UUID id, Actor by) {
        return change(id, State.SENDING, State.STOPPED, "correction-stopped", by);
    }

    /** The others are told, too. */
    Optional<Correction> goOn(UUID id, Actor by) {
        return change(id, State.STOPPED, State.SENDING, "correction-resumed", by);
    }

    /** Everybody was told. */
    Optional<Correction> done(Correction correction) {
        return change(correction.id(), State.SENDING, State.SENT, "correction-sent", correction.by());
    }

    /** Throws one away that was never sent. */
    boolean discard(UUID id, Actor by) {
        return record.write(() -> {
            boolean draft = corrections.find(id).filter(one -> one.state() == State.DRAFT).isPresent();
            if (draft) {
                corrections.delete(id);
                log.add(by, "correction-discarded", id.toString(), "");
            }
            return draft;
        });
    }

    private Optional<Correction> change(UUID id, State from, State to, String action, Actor by) {
        return record.write(() -> corrections.find(id)
                .flatMap(now -> changed(id, now.version(), from, to, null, action, by)));
    }

    private Optional<Correction> change(UUID id, int version, State from, State to, String text,
            String action, Actor by) {
        return record.write(() -> changed(id, version, from, to, text, action, by));
    }

    private Optional<Correction> changed(UUID id, int version, State from, State to,
            @Nullable String text, String action, Actor by) {
        Optional<Correction> changed = corrections.find(id)
                .filter(one -> one.state() == from && one.version() == version)
                .map(one -> new Correction(id, one.selection(), one.title(), text == null ? one.text() : text,
                        to, version + 1, by, Moments.storable(clock.instant())))
                .filter(corrections::update);
        changed.ifPresent(one -> log.add(by, action, id.toString(), one.page()));
        return changed;
    }
}
