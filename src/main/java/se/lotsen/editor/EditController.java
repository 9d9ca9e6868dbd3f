package se.lotsen.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.ArchiveRefusal;
import se.lotsen.archive.ArchiveRefusal.DraftChanged;
import se.lotsen.archive.ArchiveRefusal.DraftExists;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.staff.StaffMember;
import se.lotsen.trial.PublishGate;

/** Writing a page. What is typed is kept while it is typed, and by a button where there are no scripts. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
class EditController {
    static final String PATH = "/editor/sidor";
    private final Archive archive;
    private final NewPages newPages;
    private final PublishGate gate;
    private final ContactDirectory contacts;
    private final ArchiveProperties properties;

    EditController(Archive archive, NewPages newPages, PublishGate gate, ContactDirectory contacts,
            ArchiveProperties properties) {
        this.archive = archive;
        this.gate = gate;
        this.newPages = newPages;
        this.contacts = contacts;
        this.properties = properties;
    }

    @GetMapping(PATH + "/ny")
    Mono<Rendering> ny(StaffMember member, @RequestParam MultiValueMap<String, String> typed) {
        return SerialRecord.later(() -> newPage(member, typed, "", HttpStatus.OK));
    }

    private Rendering newPage(StaffMember member, MultiValueMap<String, String> typed, String fault,
            HttpStatus status) {
        return EditorPages.page("new-page", "sidor", member)
                .modelAttribute("areas", newPages.areas())
                .modelAttribute("title", Optional.ofNullable(typed.getFirst("rubrik")).orElse(""))
                .modelAttribute("area", Optional.ofNullable(typed.getFirst("omrade")).orElse(""))
                .modelAttribute("question", Optional.ofNullable(typed.getFirst("fraga")).orElse(""))
                .modelAttribute("fault", fault)
                .status(status).build();
    }

    @PostMapping(PATH + "/ny")
    Mono<Rendering> create(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            Optional<NewPages.Begun> begun = newPages.begin(form);
            if (begun.isEmpty()) {
                return newPage(member, form, "editor.new.fault.title", HttpStatus.UNPROCESSABLE_CONTENT);
            }
            try {
                Draft draft = archive.create(begun.get().file(), begun.get().text(), DraftOrigin.WRITTEN,
                        member.actor());
                return EditorPages.to(edit(draft.file()));
            } catch (DraftExists e) {
                return EditorPages.to(edit(e.current().file()));
            }
        }));
    }

    static String edit(String file) {
        return EditorPages.address(PATH + "/redigera", "fil", file);
    }

    /** Opening a page changes nothing: its draft begins with the first change. */
    @GetMapping(PATH + "/redigera")
    Mono<Rendering> edit(StaffMember member, @RequestParam String fil,
            @RequestParam(defaultValue = "") String klart) {
        if (!KnowledgeFolder.isPage(fil)) {
            // A list is no page with fields: it has a form of its own.
            return Mono.just(EditorPages.to(EditorPages.address("/editor/installningar/fil", "fil", fil)));
        }
        return SerialRecord.later(
                () -> page(member, read(fil, member.actor()), klart, "", null, HttpStatus.OK));
    }

    /** Lists beside the pages have forms of their own; what is laid over a page would spoil one. */
    private Draft read(String file, Actor by) {
        try {
            if (KnowledgeFolder.isPage(file)) {
                return archive.read(file, by);
            }
        } catch (ArchiveRefusal.NotThere e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Rendering page(StaffMember member, Draft draft, String done, String refusal,
            @org.jspecify.annotations.Nullable Draft theirs, HttpStatus status) {
        return EditorPages.page("edit", "sidor", member)
                .modelAttribute("view", EditView.of(draft, archive.revisionNow(draft.file()).orElse(null)))
                .modelAttribute("isNew", archive.revisionNow(draft.file()).isEmpty())
                .modelAttribute("contacts", contacts.contacts())
                .modelAttribute("fourEyes", archive.wantsFourEyes())
                .modelAttribute("zone", properties.zone())
                .modelAttribute("theirs", Optional.ofNullable(theirs))
                .modelAttribute("done", done)
                .modelAttribute("refusal", refusal)
                .status(status).build();
    }

    @PostMapping(PATH + "/spara")
    Mono<Rendering> save(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> saved(member, form)));
    }

    private Rendering saved(StaffMember member, MultiValueMap<String, String> form) {
        String file = String.valueOf(form.getFirst("fil"));
        Optional<String> gone = KnowledgeFolder.isPage(file) ? archive.textOfGone(file) : Optional.empty();
        if (gone.isPresent()) {
            // Somebody has taken the page away, or thrown the draft away, meanwhile: what was typed begins a draft of its own.
            archive.create(file, PageForm.over(PageDocument.parse(gone.get()), form).text(),
                    DraftOrigin.WRITTEN,
                    member.actor());
            return EditorPages
                    .to(EditorPages.address(PATH + "/redigera", "fil", file, "klart", "borta-sparad"));
        }
        Draft typed = typed(form, member.actor());
        try {
            return next(archive.save(typed.file(), number(form, "version"), basedOn(form), typed.text(),
                    member.actor()), member, form);
        } catch (DraftChanged e) {
            // Both texts are shown: the one that was typed stays in the form, to be kept by another press.
            return page(member, with(e.current(), typed.text()), "", "DraftChanged", e.current(),
                    HttpStatus.CONFLICT);
        }
    }

    /** What the form makes of the draft, not kept. */
    private Draft typed(MultiValueMap<String, String> form, Actor by) {
        Draft draft = read(String.valueOf(form.getFirst("fil")), by);
        return with(draft, PageForm.over(PageDocument.parse(draft.text()), form).text());
    }

    private static Draft with(Draft draft, String text) {
        return new Draft(draft.id(), draft.file(), text, draft.basedOn(), draft.version(), draft.state(),
                draft.origin(),
                draft.writer(), draft.changedAt(), draft.note());
    }

    /** What is to be done with what was just kept. */
    private Rendering next(Draft kept, StaffMember member, MultiValueMap<String, String> form) {
        Actor by = member.actor();
        String note = Optional.ofNullable(form.getFirst("anteckning")).orElse("").strip();
        String what = kept.version() == 0
                ? "spara"
                : Optional.ofNullable(form.getFirst("gor")).orElse("spara");
        return switch (what) {
            case "granska" -> EditorPages.to("/editor/publicera/" + gate.start(List.of(kept)).id());
            case "lamna" -> {
                archive.handIn(kept.id(), kept.version(), note, by);
                yield EditorPages.to("/editor?klart=inlamnad");
            }
            case "tillbaka" -> {
                archive.handBack(kept.id(), kept.version(), note, by);
                yield EditorPages.to("/editor?klart=tillbakalamnad");
            }
            case "slang" -> {
                archive.discard(kept.id(), kept.version(), by);
                yield EditorPages.to(EditorPages.address("/editor", "klart", "slangd", "fil", kept.file()));
            }
            case "ny-grund" -> {
                archive.rebase(kept.id(), kept.version(), by);
                yield EditorPages
                        .to(EditorPages.address(PATH + "/redigera", "fil", kept.file(), "klart", "ny-grund"));
            }
            default -> EditorPages
                    .to(EditorPages.address(PATH + "/redigera", "fil", kept.file(), "klart", "sparad"));
        };
    }

    /** For the script: keeps what was typed without leaving the page. */
    @PostMapping(PATH + "/autospara")
    Mono<ResponseEntity<Map<String, Object>>> keep(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            try {
                Draft typed = typed(form, member.actor());
                Draft kept = archive.save(typed.file(), number(form, "version"), basedOn(form),
                        typed.text(), member.actor());
                return ResponseEntity.ok(Map.<String, Object>of("version", kept.version()));
            } catch (DraftChanged e) {
                return ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(Map.<String, Object>of("writer", e.current().writer().name()));
            }
        }));
    }

    /** How it would look: a part of the page, of what is in the form and not kept. */
    @PostMapping(PATH + "/forhandsgranska")
    Mono<Rendering> preview(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            Draft typed = typed(form, member.actor());
            return EditorPages.page("preview :: preview", "sidor", member)
                    .modelAttribute("view",
                            EditView.of(typed, archive.revisionNow(typed.file()).orElse(null)))
                    .build();
        }));
    }

    /** What was served when the form was opened; a form that does not say so counts as new. */
    private static int basedOn(MultiValueMap<String, String> form) {
        return form.containsKey("grund") ? number(form, "grund") : Integer.MAX_VALUE;
    }

    private static int number(MultiValueMap<String, String> form, String name) {
        try {
            return Integer.parseInt(String.valueOf(form.getFirst(name)));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
