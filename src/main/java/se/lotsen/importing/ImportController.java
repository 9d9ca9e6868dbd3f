package se.lotsen.importing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;

/** The list of sources and their forms. Whoever may publish may change them; everybody in the workspace may look. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/import")
class ImportController {
    private final Imports imports;
    private final ImportPages pages;

    ImportController(Imports imports, ImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    static void requirePublisher(StaffMember member) {
        if (!ImportPages.mayImport(member)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The browser asks for the address anew, so that a reload sends no form again. */
    static Rendering to(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    @GetMapping
    Mono<Rendering> list(StaffMember member) {
        return SerialRecord.later(() -> pages.list(member));
    }

    @GetMapping("/ny")
    Mono<Rendering> blank(StaffMember member, @RequestParam("typ") SourceKind kind) {
        return SerialRecord.later(() -> {
            requirePublisher(member);
            return pages.form(member, SourceForm.blank(kind), null, Map.of());
        });
    }

    @PostMapping("/ny")
    Mono<Rendering> add(StaffMember member, @RequestParam("typ") SourceKind kind,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> SerialRecord.later(() -> {
            requirePublisher(member);
            SourceForm form = SourceForm.of(kind, fields);
            Map<String, String> faults = form.faults(pages.contactIds());
            if (!faults.isEmpty()) {
                return pages.form(member, form, null, faults);
            }
            ImportSource source = imports.add(form.name(), kind, form.settings("", null), member.actor());
            return to("/editor/import/" + source.id());
        }));
    }

    @GetMapping("/{id}/andra")
    Mono<Rendering> settings(StaffMember member, @PathVariable UUID id) {
        return SerialRecord.later(() -> {
            requirePublisher(member);
            ImportSource source = known(imports.source(id));
            return pages.form(member, SourceForm.of(source), source, Map.of());
        });
    }

    @PostMapping("/{id}/andra")
    Mono<Rendering> change(StaffMember member, @PathVariable UUID id, @RequestParam int version,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> SerialRecord.later(() -> {
            requirePublisher(member);
            ImportSource source = known(imports.source(id));
            SourceForm form = SourceForm.of(source.kind(), fields);
            Map<String, String> faults = form.faults(pages.contactIds());
            if (faults.isEmpty()
                    && !imports.change(id, version, form.name(), form.settings(source.settings().file(),
                            source.settings().faq()), member.actor())) {
                faults = Map.of("namn", "importing.fault.changed");
            }
            return faults.isEmpty() ? to("/editor/import/" + id) : pages.form(member, form, source, faults);
        }));
    }

    /** Somebody has dealt with a page that is gone. */
    @PostMapping("/{id}/sedd")
    Mono<Rendering> seen(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> SerialRecord.later(() -> {
            requirePublisher(member);
            String address = fields.getFirst("adress");
            imports.acknowledge(id, address == null ? "" : address, member.actor());
            return to("/editor/import#borta");
        }));
    }

    static ImportSource known(Optional<ImportSource> source) {
        return source.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
