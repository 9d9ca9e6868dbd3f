package se.lotsen.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import se.lotsen.staff.StaffMember;

/** The search among cases, its filters in the address. */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class SearchController {
    private final DeskPages pages;
    private final CaseFinder finder;

    SearchController(DeskPages pages, CaseFinder finder) {
        this.pages = pages;
        this.finder = finder;
    }

    @GetMapping("/desk/sok")
    Mono<Rendering> search(StaffMember member, ServerWebExchange exchange) {
        SearchForm form = SearchForm.of(exchange.getRequest().getQueryParams());
        return pages.here(member)
                .flatMap(who -> DeskPages.later(() -> finder.find(who, form))
                        .flatMap(view -> pages.search(member, who, view)));
    }
}
