package se.lotsen.importing;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;

/** A source with its runs: begun, followed, ended, looked through. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/import/{id}")
class RunController {
    private final Imports imports;
    private final ImportPages pages;
    private final FileDesk files;
    private final ImportWatch watch;

    RunController(Imports imports, ImportPages pages, FileDesk files, ImportWatch watch) {
        this.imports = imports;
        this.pages = pages;
        this.files = files;
        this.watch = watch;
    }

    @GetMapping
    Mono<Rendering> source(StaffMember member, @PathVariable UUID id,
            @RequestParam(name = "korning", required = false) @Nullable UUID run,
            @RequestParam(name = "visa", required = false) @Nullable String shown,
            @RequestParam(name = "fran", defaultValue = "1") int from,
            @RequestParam(name = "fel", defaultValue = "") String fault, ServerWebExchange exchange) {
        return SerialRecord.later(() -> {
            ImportSource source = ImportController.known(imports.source(id));
            ItemOutcome outcome = Arrays.stream(ItemOutcome.values()).filter(one -> one.name().equals(shown))
                    .findFirst().orElse(null);
            return files.add(pages.source(member, source, new ImportPages.Wanted(run, outcome, from)), source,
                    fault,
                    exchange).build();
        });
    }

    /** How far the latest run has come, for the page's script. */
    @GetMapping("/lage")
    Mono<Rendering> progress(StaffMember member, @PathVariable UUID id) {
        return SerialRecord.later(() -> {
            ImportSource source = ImportController.known(imports.source(id));
            return pages
                    .part("run :: run", member, source, imports.runs(id, 1).stream().findFirst().orElse(null))
                    .build();
        });
    }

    @PostMapping("/start")
    Mono<Rendering> start(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            ImportController.requirePublisher(member);
            ImportController.known(imports.source(id));
            imports.start(id, !"riktig".equals(form.getFirst("slag")), form.containsKey("allt"),
                    member.actor());
            watch.look();
            return ImportController.to("/editor/import/" + id + "#lage");
        }));
    }

    @PostMapping("/avbryt")
    Mono<Rendering> cancel(StaffMember member, @PathVariable UUID id) {
        return SerialRecord.later(() -> {
            ImportController.requirePublisher(member);
            UUID run = ImportController.known(imports.source(id)).activeRun();
            if (run != null) {
                imports.cancel(run, member.actor());
            }
            return ImportController.to("/editor/import/" + id + "#lage");
        });
    }

    @PostMapping("/ta-bort")
    Mono<Rendering> remove(StaffMember member, @PathVariable UUID id) {
        return SerialRecord.later(() -> {
            ImportController.requirePublisher(member);
            return ImportController.to(imports.remove(id, member.actor())
                    ? "/editor/import"
                    : "/editor/import/" + id);
        });
    }
}
