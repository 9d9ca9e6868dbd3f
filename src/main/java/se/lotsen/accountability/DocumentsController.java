package se.lotsen.accountability;

import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** The documents for operators: to read, and as files. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
@RequestMapping("/operations/documents")
class DocumentsController {
    private final DocumentOffice office;

    DocumentsController(DocumentOffice office) {
        this.office = office;
    }

    @GetMapping
    Rendering list(StaffMember member) {
        return Rendering.view("accountability/documents")
                .modelAttribute("member", member)
                .modelAttribute("kinds", List.of(DocumentKind.values()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GetMapping("/{word:[a-z-]+}")
    Mono<Rendering> document(StaffMember member, @PathVariable String word) {
        DocumentKind kind = kind(word);
        return SerialRecord.later(() -> Rendering.view("accountability/document")
                .modelAttribute("member", member)
                .modelAttribute("kind", kind)
                .modelAttribute("html", office.html(kind))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    @GetMapping("/{word:[a-z-]+}.md")
    Mono<ResponseEntity<String>> markdown(@PathVariable String word) {
        DocumentKind kind = kind(word);
        return file(kind.word() + ".md", new MediaType("text", "markdown"), () -> office.markdown(kind));
    }

    @GetMapping("/register.json")
    Mono<ResponseEntity<String>> register() {
        return file("register.json", MediaType.APPLICATION_JSON, office::registerJson);
    }

    private static Mono<ResponseEntity<String>> file(String name, MediaType type, Callable<String> text) {
        return SerialRecord.later(text).map(written -> ResponseEntity.ok()
                .contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(written));
    }

    private static DocumentKind kind(String word) {
        return DocumentKind.of(word).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
