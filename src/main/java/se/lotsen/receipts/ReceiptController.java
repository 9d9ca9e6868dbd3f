package se.lotsen.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.chat.ChatProblem;
import se.lotsen.chat.StaffToken;
import se.lotsen.storage.SerialRecord;
import tools.jackson.databind.json.JsonMapper;

/** The door of {@code ./lotsen replay}: whoever holds the staff's key. Each look is in the audit log. */
@RestController
@ConditionalOnWebApplication
@Profile("!command")
@Tag(name = "staff")
class ReceiptController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Replays replays;
    private final StaffToken staff;
    private final AuditLog log;

    ReceiptController(Replays replays, StaffToken staff, AuditLog log) {
        this.replays = replays;
        this.staff = staff;
        this.log = log;
    }

    @Operation(summary = "The answer of a receipt again, from the knowledge base as it was, or what keeps it from being the same")
    @GetMapping(path = "/api/receipts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> replay(@PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (!staff.admits(authorization)) {
            return Mono.error(new ChatProblem(ChatProblem.Type.STAFF_ONLY));
        }
        return SerialRecord.later(() -> {
            ReceiptId receipt = ReceiptId.parse(id)
                    .orElseThrow(() -> new ChatProblem(ChatProblem.Type.NOT_FOUND));
            Replay replay = replays.replay(receipt);
            log.record(Actor.machine("replay"), "receipt-replayed", receipt.toString(),
                    replay.result().name());
            return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                    .body(JSON.writeValueAsString(replay));
        });
    }
}
