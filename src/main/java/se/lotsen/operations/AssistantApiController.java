package se.lotsen.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import se.lotsen.answering.AssistantMode;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** The assistant's switch for programs of an administrator who is signed in. */
@RestController
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/api/operations/assistant")
@Tag(name = "staff")
class AssistantApiController {
    private final AssistantModes assistant;

    AssistantApiController(AssistantModes assistant) {
        this.assistant = assistant;
    }

    /** What is wanted. */
    record Wanted(@Nullable String mode, @Nullable String reason) {
    }

    /**
     * How it stands.
     *
     * @param mode what holds in the process that answers
     * @param startedWith what that process was started with
     * @param reason why it was set last; null where nobody ever has
     */
    record Now(String mode, String startedWith, @Nullable String reason, @Nullable String by,
            @Nullable Instant at) {
    }

    @Operation(summary = "How much the assistant does: on, search-only, handover-only or off")
    @GetMapping
    Mono<Now> now() {
        return SerialRecord.later(this::read);
    }

    @Operation(summary = "Sets it for all processes; a reason is mandatory and stands in the audit log")
    @PutMapping
    Mono<Now> set(StaffMember member, @RequestBody Wanted wanted) {
        Optional<AssistantMode> mode = Optional.ofNullable(wanted.mode()).flatMap(AssistantMode::of);
        String reason = wanted.reason();
        if (mode.isEmpty() || reason == null || OperationsController.fault(reason) != null) {
            return Mono.error(new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        }
        return SerialRecord.later(() -> {
            assistant.set(member.actor(), mode.get(), reason);
            return read();
        });
    }

    private Now read() {
        Optional<ModeSetting> latest = assistant.latest();
        return new Now(assistant.mode().code(), assistant.atLeast().code(),
                latest.map(ModeSetting::reason).orElse(null),
                latest.map(setting -> setting.by().name()).orElse(null),
                latest.map(ModeSetting::at).orElse(null));
    }
}
