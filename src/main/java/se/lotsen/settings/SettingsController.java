package se.lotsen.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.archive.ArchiveRefusal.DraftChanged;
import se.lotsen.archive.Draft;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.settings.SettingsPage.Answer;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/**
 * The settings' forms. Everybody in the workspace may write a draft and try it; what is served is changed by an editor-in-chief.
 * What was typed is never lost: it is in the draft, or in the form again.
 */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
@RequestMapping(SettingsController.PATH)
class SettingsController {
    static final String PATH = "/editor/installningar";
    private final SettingsFiles files;
    private final SettingsPage pages;
    private final Archive archive;

    SettingsController(SettingsFiles files, SettingsPage pages, Archive archive) {
        this.files = files;
        this.pages = pages;
        this.archive = archive;
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member) {
        return SerialRecord.later(() -> {
            List<SettingsGroup> groups = new ArrayList<>();
            for (Subject subject : Subject.values()) {
                groups.add(new SettingsGroup(subject, files.rows(subject)));
            }
            return pages.list(member, groups);
        });
    }

    /** Where a file is set; of one that has no subject its history. */
    @GetMapping("/fil")
    Mono<Rendering> file(StaffMember member, @RequestParam String fil) {
        return Mono.just(Subject.ofFile(fil).map(subject -> pages.to(subject, fil, ""))
                .orElseGet(() -> SettingsPage.history(fil)));
    }

    @GetMapping("/{slug}")
    Mono<Rendering> one(StaffMember member, @PathVariable String slug,
            @RequestParam(defaultValue = "") String fil, @RequestParam(defaultValue = "") String klart) {
        Subject subject = subject(slug);
        String file = file(subject, fil);
        return SerialRecord.later(() -> pages.one(member, subject,
                files.read(file, member.actor()), Answer.done(klart)));
    }

    /** The whole text. */
    @PostMapping("/{slug}/text")
    Mono<Rendering> text(StaffMember member, @PathVariable String slug, ServerWebExchange exchange) {
        return change(member, slug, exchange, false, (draft, form) -> Edited.of(form.raw("text")));
    }

    /** The subject's own form. */
    @PostMapping("/{slug}/formular")
    Mono<Rendering> fields(StaffMember member, @PathVariable String slug, ServerWebExchange exchange) {
        Subject subject = subject(slug);
        boolean adds = subject != Subject.REPLIES && subject != Subject.NOTICE;
        return change(member, slug, exchange, adds, (draft, form) -> switch (subject) {
            case SYNONYMS -> SynonymForm.add(draft.text(), form);
            case PINNED -> form.has("ta-bort")
                    ? PinForm.remove(draft.text(), form.text("ta-bort"))
                    : PinForm.add(draft.text(), form);
            case REPLIES -> ReplyForm.apply(draft.file(), draft.text(), form);
            case HOURS -> HoursForm.add(draft.text(), form);
            case NOTICE -> NoticeForm.apply(draft.text(), form);
            case TOPICS -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }

    private interface Change {
        Edited of(Draft draft, Form form);
    }

    /** @param adds whether it is as good for a draft that somebody else has changed meanwhile */
    private Mono<Rendering> change(StaffMember member, String slug, ServerWebExchange exchange, boolean adds,
            Change change) {
        Subject subject = subject(slug);
        Actor by = member.actor();
        return exchange.getFormData().map(Form::new).flatMap(form -> SerialRecord.later(() -> {
            String file = file(subject, form.text("fil"));
            Draft draft = files.read(file, by);
            try {
                Edited edited = change.of(draft, form);
                if (!edited.faults().isEmpty()) {
                    return pages.one(member, subject, draft, Answer.faults(edited.faults(), form));
                }
                files.keep(file, adds ? draft.version() : form.number("version"),
                        adds || !form.has("grund") ? draft.basedOn() : form.number("grund"), edited.text(),
                        by);
                return pages.to(subject, file, "sparad");
            } catch (YamlEdit.NotPossible e) {
                return pages.one(member, subject, draft, Answer.refused("NotPossible", form));
            } catch (DraftChanged e) {
                return pages.one(member, subject, e.current(), Answer.refused("DraftChanged", form));
            } catch (ArchiveRefusal e) {
                return pages.one(member, subject, draft,
                        Answer.refused(e.getClass().getSimpleName(), form));
            }
        }));
    }

    /** Of what changes no answer: there is nothing to try first. */
    @PostMapping("/{slug}/publicera")
    Mono<Rendering> publish(StaffMember member, @PathVariable String slug, ServerWebExchange exchange) {
        Subject subject = subject(slug);
        if (!subject.isOutsideAnswers()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return chief(member, subject, exchange, "publicerad", draft -> archive
                .publish(List.of(draft), member.actor(), ""));
    }

    /** Nothing is told any more; the file's history brings it back. */
    @PostMapping("/meddelande/ta-bort")
    Mono<Rendering> remove(StaffMember member, ServerWebExchange exchange) {
        return chief(member, Subject.NOTICE, exchange, "borttagen", draft -> archive
                .remove(draft.file(), member.actor(), ""));
    }

    private Mono<Rendering> chief(StaffMember member, Subject subject, ServerWebExchange exchange,
            String done,
            Consumer<Draft> work) {
        if (!member.is(StaffRole.EDITOR)) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return exchange.getFormData().map(Form::new).flatMap(form -> SerialRecord.later(() -> {
            Draft draft = files.read(file(subject, form.text("fil")), member.actor());
            try {
                work.accept(draft);
                return pages.to(subject, draft.file(), done);
            } catch (ArchiveRefusal e) {
                return pages.one(member, subject, draft,
                        Answer.refused(e.getClass().getSimpleName(), form));
            }
        }));
    }

    /** The draft replaces what was published after it was begun. */
    @PostMapping("/{slug}/ny-grund")
    Mono<Rendering> rebase(StaffMember member, @PathVariable String slug, ServerWebExchange exchange) {
        Subject subject = subject(slug);
        return exchange.getFormData().map(Form::new).flatMap(form -> SerialRecord.later(() -> {
            String file = file(subject, form.text("fil"));
            archive.draftOf(file).ifPresent(
                    draft -> archive.rebase(draft.id(), draft.version(), member.actor()));
            return pages.to(subject, file, "ny-grund");
        }));
    }

    /** Throws the draft away; the file's history brings it back. */
    @PostMapping("/{slug}/kasta")
    Mono<Rendering> discard(StaffMember member, @PathVariable String slug, ServerWebExchange exchange) {
        Subject subject = subject(slug);
        return exchange.getFormData().map(Form::new).flatMap(form -> SerialRecord.later(() -> {
            String file = file(subject, form.text("fil"));
            archive.draftOf(file).ifPresent(
                    draft -> archive.discard(draft.id(), draft.version(), member.actor()));
            return pages.to(subject, file, "slangd");
        }));
    }

    private static Subject subject(String slug) {
        return Subject.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String file(Subject subject, String asked) {
        if (!asked.isEmpty() && !subject.files().contains(asked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return asked.isEmpty() ? subject.files().getFirst() : asked;
    }
}
