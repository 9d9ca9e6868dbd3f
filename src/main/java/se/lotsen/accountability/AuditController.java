package se.lotsen.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditAnchor;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.AuditVerdict;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** The whole audit log for auditors and records officers: list, proof, file. Nothing in it can be changed here. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
@RequestMapping("/records/audit")
class AuditController {
    private static final int SHOWN = 100;
    private final AuditLog log;
    private final ZoneId zone;

    AuditController(AuditLog log, ArchiveProperties properties) {
        this.log = log;
        this.zone = properties.zone();
    }

    /** What a look at the chain gave, as the page says it: {@code intact}, or how it is broken. */
    record Proof(String code, long entries, long entry, String head) {
        static Proof of(AuditVerdict verdict) {
            return switch (verdict) {
                case AuditVerdict.Intact intact ->
                    new Proof("intact", intact.entries(), intact.head().entry(),
                            intact.head().toString());
                case AuditVerdict.Broken broken -> new Proof(broken.fault().name(), 0, broken.entry(), "");
            };
        }
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member, @RequestParam MultiValueMap<String, String> form) {
        return SerialRecord.later(() -> page(member, form).build());
    }

    /** By POST: it is work for the service, and a link that somebody sends must not start it. */
    @PostMapping("/verify")
    Mono<Rendering> verify(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            String noted = text(form, "ankare").orElse("");
            Optional<AuditAnchor> anchor = AuditAnchor.parse(noted);
            Rendering.Builder<?> page = page(member, form).modelAttribute("noted", noted);
            if (!noted.isEmpty() && anchor.isEmpty()) {
                return page.modelAttribute("anchorFault", true).build();
            }
            return page.modelAttribute("proof", Proof.of(log.verify(anchor.orElse(null)))).build();
        }));
    }

    @GetMapping("/log.jsonl")
    Mono<ResponseEntity<String>> export(StaffMember member) {
        return SerialRecord.later(() -> {
            log.record(member.actor(), "audit-exported", "", "");
            StringBuilder lines = new StringBuilder();
            log.export(line -> lines.append(line).append('\n'));
            return ResponseEntity.ok().contentType(new MediaType("application", "jsonl"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment().filename("lotsen-logg.jsonl").build().toString())
                    .body(lines.toString());
        });
    }

    private Rendering.Builder<?> page(StaffMember member, MultiValueMap<String, String> form) {
        AuditLog.Filter filter = new AuditLog.Filter(text(form, "om").orElse(null),
                text(form, "handling").orElse(null),
                text(form, "vem").orElse(null), since(text(form, "sedan").orElse(null)));
        List<AuditLog.Entry> entries = log.matching(filter, before(form), SHOWN);
        return Rendering.view("accountability/audit")
                .modelAttribute("member", member)
                .modelAttribute("entries", entries)
                .modelAttribute("zone", zone)
                .modelAttribute("head", log.head().toString())
                .modelAttribute("om", text(form, "om").orElse(""))
                .modelAttribute("handling", text(form, "handling").orElse(""))
                .modelAttribute("vem", text(form, "vem").orElse(""))
                .modelAttribute("sedan", text(form, "sedan").orElse(""))
                .modelAttribute("noted", "")
                .modelAttribute("anchorFault", false)
                .modelAttribute("next", entries.size() == SHOWN ? entries.getLast().id() : 0)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Optional<String> text(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    private static long before(MultiValueMap<String, String> form) {
        return text(form, "fore").filter(typed -> typed.matches("[0-9]{1,18}")).map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }

    /** A day that cannot be read hides nothing. */
    private @Nullable Instant since(@Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
