package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;

/** Who changed what, the latest first. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
class LogController {
    private static final int SHOWN = 100;
    /** Who signs in, and who may do what, is for auditors. */
    private static final String OF_ACCOUNTS = "staff-";
    private static final int MOST_PAGES = 20;
    private final AuditLog log;
    private final ArchiveProperties properties;

    LogController(AuditLog log, ArchiveProperties properties) {
        this.log = log;
        this.properties = properties;
    }

    @GetMapping("/editor/logg")
    Mono<Rendering> entries(StaffMember member, @RequestParam(defaultValue = "") String om,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long fore) {
        return SerialRecord.later(() -> {
            List<AuditLog.Entry> entries = new ArrayList<>();
            long next = fore;
            for (int page = 0; page < MOST_PAGES && next > 0 && entries.size() < SHOWN; page++) {
                List<AuditLog.Entry> read = log.entries(om.isBlank() ? null : om.strip(), next, SHOWN);
                read.stream().filter(entry -> !entry.action().startsWith(OF_ACCOUNTS)).forEach(entries::add);
                next = read.size() == SHOWN ? read.getLast().id() : 0;
            }
            return EditorPages.page("log", "logg", member)
                    .modelAttribute("entries", entries)
                    .modelAttribute("subject", om.strip())
                    .modelAttribute("zone", properties.zone())
                    .modelAttribute("next", next)
                    .build();
        });
    }
}
