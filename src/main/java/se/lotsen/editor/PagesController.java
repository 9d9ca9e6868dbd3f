package se.lotsen.editor;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.storage.SerialRecord;
import se.lotsen.staff.StaffMember;

/** The list of pages: what is served, what is written, what needs somebody. */
@Controller
@ConditionalOnWebApplication
@Profile("!command")
class PagesController {
    private final PageList list;

    PagesController(PageList list) {
        this.list = list;
    }

    @GetMapping("/editor")
    Mono<Rendering> pages(StaffMember member, @RequestParam MultiValueMap<String, String> form) {
        PageFilter filter = PageFilter.of(form);
        return SerialRecord.later(() -> {
            List<PageRow> rows = list.rows();
            return EditorPages.page("pages", "sidor", member)
                    .modelAttribute("rows", filter.of(rows))
                    .modelAttribute("all", rows.size())
                    .modelAttribute("filter", filter)
                    .modelAttribute("owners", PageList.owners(rows))
                    .modelAttribute("states", PageList.states())
                    .modelAttribute("orders", PageFilter.Order.values())
                    .modelAttribute("origins", DraftOrigin.values())
                    .modelAttribute("done", form.getOrDefault("klart", List.of("")).getFirst())
                    .build();
        });
    }
}
