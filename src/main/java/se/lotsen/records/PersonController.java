package se.lotsen.records;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.CaseFile;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** What there is about a person who asks for it. The search is sent as a form, so that no address holds what was typed. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping("/records/person")
class PersonController {
    private final RecordsBook book;
    private final RecordsPages pages;
    private final DataSubjects subjects;

    PersonController(RecordsBook book, RecordsPages pages, DataSubjects subjects) {
        this.book = book;
        this.pages = pages;
        this.subjects = subjects;
    }

    @GetMapping
    Mono<Rendering> ask(StaffMember member) {
        return SerialRecord.later(() -> page(member, false, List.of()));
    }

    @PostMapping
    Mono<Rendering> find(StaffMember member, ServerWebExchange exchange) {
        return RecordController.act(exchange,
                form -> page(member, true, subjects.find(book.officer(member), form.text("uppgift"))));
    }

    /** One file of all there is, to be read. */
    @PostMapping("/fil")
    Mono<Rendering> file(StaffMember member, ServerWebExchange exchange) {
        return RecordController.act(exchange, form -> Rendering.view("records/person-file")
                .modelAttribute("file", made(member, form)).modelAttribute("zone", pages.zone())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        RecordController.attachment("personuppgifter.html"))
                .build());
    }

    /** The same for programs (GDPR, article 15.3: a commonly used electronic form). */
    @PostMapping("/fil.json")
    Mono<ResponseEntity<byte[]>> json(StaffMember member, ServerWebExchange exchange) {
        return RecordController.act(exchange,
                form -> RecordController.json("personuppgifter", made(member, form).file()));
    }

    private PersonFile made(StaffMember member, RecordsForm form) {
        PersonFile file = subjects.file(book.officer(member), form.ids("samtal"));
        if (file.parts().isEmpty()) {
            throw new NoSuchRecord();
        }
        return file;
    }

    private Rendering page(StaffMember member, boolean asked, List<CaseFile> found) {
        return pages.page("person", member).modelAttribute("asked", asked).modelAttribute("found", found)
                .build();
    }
}
