package se.lotsen.staff;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The staff's pages: none is kept by a browser. */
final class StaffPages {
    private final ViewResolver views;

    StaffPages(ViewResolver views) {
        this.views = views;
    }

    /** A page that answers a request; its form is empty and has no fault. */
    static Rendering.Builder<?> page(String view) {
        return Rendering.view("staff/" + view)
                .modelAttribute("faults", Map.of())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The page again, with what is wrong: field and code of the text. */
    static Rendering.Builder<?> refused(String view, Map<String, String> faults) {
        return page(view).modelAttribute("faults", faults).status(HttpStatus.BAD_REQUEST);
    }

    /** A page from a place where no controller is. */
    Mono<Void> write(ServerWebExchange exchange, String view, HttpStatus status, Map<String, ?> model) {
        exchange.getResponse().setStatusCode(status);
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return views.resolveViewName("staff/" + view, Locale.of("sv"))
                .flatMap(found -> found.render(model, MediaType.TEXT_HTML, exchange));
    }
}
