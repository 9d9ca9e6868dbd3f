package se.lotsen.importing;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.storage.SerialRecord;
import se.lotsen.extraction.FaqLayout;
import se.lotsen.staff.StaffMember;

/** Takes the one kind of file that is ever sent here: the one of a source, at most 30 MB, straight to disk. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/editor/import/{id}")
class UploadController {
    private final Imports imports;
    private final FileDesk files;

    UploadController(Imports imports, FileDesk files) {
        this.imports = imports;
        this.files = files;
    }

    @PostMapping("/fil")
    Mono<Rendering> upload(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return SerialRecord.later(() -> {
            ImportController.requirePublisher(member);
            return ImportController.known(imports.source(id));
        }).flatMap(source -> exchange.getMultipartData()
                .flatMap(parts -> taken(source, parts.getFirst("fil"), member)))
                .onErrorResume(DataBufferLimitException.class, e -> Mono.just(back(id, "stor")));
    }

    private Mono<Rendering> taken(ImportSource source, @Nullable Part part, StaffMember member) {
        if (source.kind() != SourceKind.FILE || !(part instanceof FilePart file)
                || !FileDesk.isTaken(file.filename())) {
            return Mono.just(back(source.id(), "typ"));
        }
        String name = file.filename().replaceAll(".*[/\\\\]", "");
        return SerialRecord.later(files::fresh).flatMap(fresh -> file.transferTo(fresh)
                .then(SerialRecord.later(() -> back(source.id(),
                        files.take(source, fresh, name, member.actor()) ? "" : "upptagen")))
                .onErrorResume(e -> dropped(fresh, e)));
    }

    private Mono<Rendering> dropped(Path fresh, Throwable fault) {
        return SerialRecord.later(() -> {
            files.drop(fresh);
            return true;
        }).then(Mono.error(fault));
    }

    @PostMapping("/kolumner")
    Mono<Rendering> columns(StaffMember member, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> SerialRecord.later(() -> {
            ImportController.requirePublisher(member);
            ImportSource source = ImportController.known(imports.source(id));
            FaqLayout layout = new FaqLayout(column(form, "fraga"), column(form, "svar"),
                    column(form, "formuleringar"),
                    column(form, "kategori"), column(form, "lank"),
                    "kategori".equals(form.getFirst("sidor")));
            if (!layout.isComplete()) {
                return back(id, "kolumner");
            }
            boolean done = imports.change(id, source.version(), source.name(),
                    source.settings().with(source.settings().file(), layout), member.actor());
            return back(id, done ? "" : "upptagen");
        }));
    }

    private static int column(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value != null && value.matches("\\d{1,2}") ? Integer.parseInt(value) : -1;
    }

    private static Rendering back(UUID id, String fault) {
        return ImportController
                .to("/editor/import/" + id + (fault.isEmpty() ? "" : "?fel=" + fault) + "#fil");
    }
}
