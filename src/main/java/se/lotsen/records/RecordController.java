package se.lotsen.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.CaseFile;
import se.lotsen.conversation.Tombstone;
import se.lotsen.records.RecordMark.Kind;
import se.lotsen.records.ReleaseLog.Form;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** One conversation: what keeps it, a copy of it, and its deletion. Who has looked at it is written down. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/records/samtal/{id}")
class RecordController {
    /** What stands where something was masked. */
    static final String MASK = "\u2588\u2588\u2588\u2588\u2588";
    private final RecordsBook book;
    private final RecordsPages pages;
    private final RecordMarks marks;
    private final ReleaseLog releases;
    private final DataSubjects subjects;
    private final AuditLog audit;

    RecordController(RecordsBook book, RecordsPages pages, RecordMarks marks, ReleaseLog releases,
            DataSubjects subjects, AuditLog audit) {
        this.book = book;
        this.pages = pages;
        this.marks = marks;
        this.releases = releases;
        this.subjects = subjects;
        this.audit = audit;
    }

    static String address(UUID id) {
        return "/records/samtal/" + id;
    }

    @GetMapping
    Mono<Rendering> one(StaffMember member, @PathVariable UUID id,
            @RequestParam(name = "klart", defaultValue = "") String done) {
        return looking(() -> {
            Optional<Tombstone> stone = book.tombstone(id);
            if (stone.isPresent()) {
                return pages.page("gone", member).modelAttribute("stone", stone.get())
                        .status(HttpStatus.GONE).build();
            }
            CaseFile file = book.open(book.officer(member), id);
            audit.record(member.actor(), "records-read", id.toString(), "");
            return pages.record(member, file, "", done.matches("[a-z-]{1,20}") ? done : "");
        });
    }

    /** A legal hold, or to preserve it. */
    @PostMapping("/markera")
    Mono<Rendering> mark(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(exchange, form -> {
            CaseFile file = book.open(book.officer(member), id);
            Optional<Kind> kind = form.kind();
            if (kind.isEmpty() || form.text("skal").isEmpty()) {
                return pages.record(member, file, "reason", "");
            }
            marks.place(file.id(), kind.get(), pages.maskedText(form.text("skal")), member.actor());
            return to(id, kind.get().word());
        });
    }

    @PostMapping("/hav")
    Mono<Rendering> lift(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(exchange, form -> {
            CaseFile file = book.open(book.officer(member), id);
            Kind kind = form.kind()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            marks.lift(file.id(), kind, member.actor());
            return to(id, kind.word() + "-lifted");
        });
    }

    /** The copy as it will be released; nothing is logged but that somebody looked. */
    @PostMapping("/granska")
    Mono<Rendering> preview(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(exchange, form -> {
            Officer officer = book.officer(member);
            CaseFile file = book.open(officer, id);
            Redactions redactions = redactions(form);
            if (isGroundMissing(redactions)) {
                return pages.record(member, file, "ground", "");
            }
            return pages.page("preview", member)
                    .modelAttribute("release", Release.of(file, redactions, MASK, officer, pages.now()))
                    .modelAttribute("redactions", redactions).modelAttribute("view", pages.view(file))
                    .build();
        });
    }

    /** The file to read. What was previewed is what is released: a conversation that has grown since is shown anew. */
    @PostMapping("/lamna-ut")
    Mono<Rendering> release(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(exchange, form -> {
            CaseFile file = book.open(book.officer(member), id);
            String fault = fault(file, form);
            if (!fault.isEmpty()) {
                return pages.record(member, file, fault, "");
            }
            return Rendering.view("records/release")
                    .modelAttribute("release", released(member, file, form, Form.HTML))
                    .modelAttribute("zone", pages.zone())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment("samtal-" + id + ".html")).build();
        });
    }

    /** The same for programs; what is in the way is only a status, as a program would not read a page. */
    @PostMapping("/lamna-ut.json")
    Mono<ResponseEntity<byte[]>> releaseJson(StaffMember member, @PathVariable UUID id,
            ServerWebExchange exchange) {
        return act(exchange, form -> {
            CaseFile file = book.open(book.officer(member), id);
            return fault(file, form).isEmpty()
                    ? json("samtal-" + id, released(member, file, form, Form.JSON).file())
                    : ResponseEntity.status(HttpStatus.CONFLICT).build();
        });
    }

    private String fault(CaseFile file, RecordsForm form) {
        if (isGroundMissing(redactions(form))) {
            return "ground";
        }
        return file.digest().equals(form.text("version")) ? "" : "changed";
    }

    private Release released(StaffMember member, CaseFile file, RecordsForm form, Form as) {
        Release release = Release.of(file, redactions(form), MASK, book.officer(member), pages.now());
        releases.add(release, as);
        return release;
    }

    @PostMapping("/radera")
    Mono<Rendering> erase(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return act(exchange, form -> {
            Officer officer = book.officer(member);
            CaseFile file = book.open(officer, id);
            if (form.text("diarienummer").isEmpty() || form.text("saker").isEmpty()) {
                return pages.record(member, file, "journal", "");
            }
            Erasure outcome = subjects.erase(officer, id, pages.masked(form.text("diarienummer")));
            return outcome == Erasure.DONE
                    ? pages.page("erased", member).modelAttribute("id", id).build()
                    : pages.record(member, file, "erasure." + outcome, "");
        });
    }

    private Redactions redactions(RecordsForm form) {
        return form.redactions(pages.masked(form.text("lagrum")));
    }

    private static boolean isGroundMissing(Redactions redactions) {
        return !redactions.isNone() && redactions.ground().isEmpty();
    }

    static ResponseEntity<byte[]> json(String name, String file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name + ".json"))
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    interface Act<T> {
        T on(RecordsForm form);
    }

    static <T> Mono<T> act(ServerWebExchange exchange, Act<T> act) {
        return exchange.getFormData().map(RecordsForm::new)
                .flatMap(form -> looking(() -> act.on(form)));
    }

    static <T> Mono<T> looking(Callable<T> work) {
        return SerialRecord.later(work).onErrorMap(NoSuchRecord.class,
                none -> new ResponseStatusException(HttpStatus.NOT_FOUND, null, none));
    }

    private static Rendering to(UUID id, String done) {
        return Rendering.redirectTo(address(id) + "?klart=" + done).status(HttpStatus.SEE_OTHER).build();
    }
}
