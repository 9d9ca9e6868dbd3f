package se.lotsen.recall;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/** Who was told what has been corrected since. Approvers and editors-in-chief look; to write to citizens is for the latter alone. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping(RecallController.PATH)
class RecallController {
    static final String PATH = "/editor/ratta";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final RecallPages pages;
    private final Corrections corrections;
    private final CorrectionText texts;
    private final RecallCsv csv;
    private final AuditLog log;

    RecallController(RecallPages pages, Corrections corrections, CorrectionText texts, RecallCsv csv,
            AuditLog log) {
        this.pages = pages;
        this.corrections = corrections;
        this.texts = texts;
        this.csv = csv;
        this.log = log;
    }

    @GetMapping
    Mono<Rendering> begin(StaffMember member) {
        return looking(member, () -> view("begin", member)
                .modelAttribute("choices", pages.choices())
                .modelAttribute("corrections", corrections.latest())
                .modelAttribute("local", pages.local()).build());
    }

    @GetMapping("/sida")
    Mono<Rendering> page(StaffMember member, @RequestParam MultiValueMap<String, String> asked) {
        return looking(member, () -> {
            RecallView found = found(asked);
            note(member, "recall-listed", found);
            return view("page", member)
                    .modelAttribute("found", found)
                    .modelAttribute("local", pages.local()).build();
        });
    }

    /** The same conversations for a spreadsheet. */
    @GetMapping("/samtal.csv")
    Mono<ResponseEntity<String>> file(StaffMember member, @RequestParam MultiValueMap<String, String> asked) {
        return looking(member, () -> {
            RecallView found = found(asked);
            note(member, "recall-exported", found);
            return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                            .filename("samtal-" + found.page() + ".csv").build().toString())
                    .body(csv.of(found.hits() == null ? List.of() : found.hits().affected()));
        });
    }

    @PostMapping("/rattelse")
    Mono<Rendering> write(StaffMember member, ServerWebExchange exchange) {
        if (!member.is(StaffRole.EDITOR)) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        return exchange.getFormData().flatMap(asked -> looking(member, () -> {
            RecallView found = found(asked);
            Selection selection = Optional.ofNullable(found.selection())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            List<PassageChange> wrong = found.changes().stream()
                    .filter(change -> change.isIn(selection.marks())).toList();
            Correction begun = corrections.begin(selection, found.title(),
                    texts.proposal(wrong, selection.marks(), found.right()), member.actor());
            return Rendering.redirectTo(PATH + "/rattelse/" + begun.id()).build();
        }));
    }

    /** Who has looked at which citizens' questions is written down, by the page they are about. */
    private void note(StaffMember member, String action, RecallView found) {
        if (found.hits() != null && !found.hits().affected().isEmpty()) {
            log.record(member.actor(), action, found.page(),
                    Integer.toString(found.hits().affected().size()));
        }
    }

    private RecallView found(MultiValueMap<String, String> asked) {
        return pages.view(asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Rendering.Builder<?> view(String name, StaffMember member) {
        return Rendering.view("editor/recall/" + name)
                .modelAttribute("member", member)
                .modelAttribute("editorPlace", "ratta")
                .modelAttribute("sends", member.is(StaffRole.EDITOR))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static <T> Mono<T> looking(StaffMember member, Callable<T> work) {
        return member.is(StaffRole.APPROVER) || member.is(StaffRole.EDITOR)
                ? SerialRecord.later(work)
                : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
