package se.lotsen.records;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.CaseSearch.Hit;
import se.lotsen.conversation.CaseSearch.Query;
import se.lotsen.staff.StaffMember;
import se.lotsen.storage.SerialRecord;

/** The plan, the logs and the search, for records officers. What was searched for is never logged. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
@RequestMapping(RecordsController.HOME)
class RecordsController {
    static final String HOME = "/records";
    private static final int PAGE = 50;
    private final RecordsBook book;
    private final RecordsPages pages;

    RecordsController(RecordsBook book, RecordsPages pages) {
        this.book = book;
        this.pages = pages;
    }

    @GetMapping
    Mono<Rendering> home(StaffMember member) {
        return SerialRecord.later(() -> pages.home(member, book.officer(member)));
    }

    @GetMapping("/sok")
    Mono<Rendering> search(StaffMember member, @RequestParam MultiValueMap<String, String> asked) {
        return SerialRecord.later(() -> {
            RecordsForm form = new RecordsForm(asked);
            Optional<UUID> id = RecordsForm.uuid(form.text("ord"));
            if (id.isPresent()) {
                return Rendering.redirectTo(RecordController.address(id.get())).status(HttpStatus.SEE_OTHER)
                        .build();
            }
            return search(member, form);
        });
    }

    private Rendering search(StaffMember member, RecordsForm form) {
        Rendering.Builder<?> page = pages.page("search", member).modelAttribute("word", form.text("ord"))
                .modelAttribute("from", form.text("fran")).modelAttribute("to", form.text("till"))
                .modelAttribute("asked", !form.fields().isEmpty()).modelAttribute("limit", PAGE);
        try {
            LocalDate from = date(form.text("fran"));
            LocalDate to = date(form.text("till"));
            String word = form.text("ord");
            Query query = new Query(word.isEmpty() ? null : word, null, null,
                    from == null ? null : from.atStartOfDay(pages.zone()).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(pages.zone()).toInstant(), null, null);
            List<Hit> hits = form.fields().isEmpty()
                    ? List.of()
                    : book.search(book.officer(member), query, 0, PAGE);
            return page.modelAttribute("fault", "").modelAttribute("hits", hits).build();
        } catch (DateTimeParseException e) {
            return page.modelAttribute("fault", "date").modelAttribute("hits", List.of())
                    .status(HttpStatus.BAD_REQUEST).build();
        }
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
