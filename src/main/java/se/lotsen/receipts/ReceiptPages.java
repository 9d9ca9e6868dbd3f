package se.lotsen.receipts;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** A receipt's answer again, for auditors and records officers. It shows what was answered, never what was asked. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
@RequestMapping("/records/audit/receipts")
class ReceiptPages {
    private final Replays replays;
    private final AuditLog log;
    private final ArchiveProperties properties;

    ReceiptPages(Replays replays, AuditLog log, ArchiveProperties properties) {
        this.replays = replays;
        this.log = log;
        this.properties = properties;
    }

    @GetMapping
    Rendering form(StaffMember member) {
        return page(member, "").build();
    }

    /** By POST: it is work, and it is written down who looked. */
    @PostMapping
    Mono<Rendering> replay(StaffMember member, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String typed = Optional.ofNullable(form.getFirst("kvitto")).orElse("").strip();
            Optional<ReceiptId> id = ReceiptId.parse(typed);
            if (id.isEmpty()) {
                return Mono.just(page(member, typed).modelAttribute("fault", true).build());
            }
            return SerialRecord.later(() -> {
                Replay replay = replays.replay(id.get());
                log.record(member.actor(), "receipt-replayed", id.get().toString(), replay.result().name());
                return page(member, id.get().toString()).modelAttribute("replay", replay).build();
            });
        });
    }

    private Rendering.Builder<?> page(StaffMember member, String typed) {
        return Rendering.view("receipts/receipt")
                .modelAttribute("member", member)
                .modelAttribute("typed", typed)
                .modelAttribute("fault", false)
                .modelAttribute("zone", properties.zone())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
