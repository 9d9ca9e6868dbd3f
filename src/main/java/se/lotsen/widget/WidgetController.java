package se.lotsen.widget;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Help for web editors: the tag, how it looks, and what their content security policy needs; and the accessibility statement. */
@Controller
@ConditionalOnWebApplication
class WidgetController {
    /** Longer than any policy that a header could carry. */
    private static final int LONGEST_POLICY = 8_000;
    private static final List<String> POSITIONS = List.of(Look.Position.END.word(),
            Look.Position.START.word());

    private final CurrentLook look;
    private final AllowedSites sites;
    private final PublicOrigin origin;

    WidgetController(CurrentLook look, AllowedSites sites) {
        this.look = look;
        this.sites = sites;
        this.origin = new PublicOrigin(sites);
    }

    /**
     * What is chosen on the page.
     *
     * @param lang empty for the language of the page that has the tag
     * @param position empty for the one that the municipality has set
     */
    record Choice(String lang, String position) {
        static Choice of(MultiValueMap<String, String> form) {
            return new Choice(known(form.getFirst("sprak"), LookReader.LANGUAGES),
                    known(form.getFirst("sida"), POSITIONS));
        }

        private static String known(@Nullable String value, List<String> all) {
            return value != null && all.contains(value) ? value : "";
        }

        /** The tag for other sites. */
        String tag(String origin) {
            return "<script src=\"" + origin + "/loader.js\" async" + attribute("data-lang", lang)
                    + attribute("data-position", position) + "></script>";
        }

        private static String attribute(String name, String value) {
            return value.isEmpty() ? "" : " " + name + "=\"" + value + '"';
        }
    }

    @GetMapping("/widget")
    Rendering widget(ServerHttpRequest request) {
        return page(request, Choice.of(request.getQueryParams()), null);
    }

    @PostMapping("/widget")
    Mono<Rendering> policy(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            String pasted = Objects.requireNonNullElse(form.getFirst("policy"), "");
            return page(exchange.getRequest(), Choice.of(form),
                    pasted.substring(0, Math.min(pasted.length(), LONGEST_POLICY)));
        });
    }

    private Rendering page(ServerHttpRequest request, Choice choice, @Nullable String policy) {
        String ours = origin.of(request);
        Look now = look.now();
        return Rendering.view("widget/widget")
                .modelAttribute("choice", choice).modelAttribute("origin", ours)
                .modelAttribute("tag", choice.tag(ours))
                .modelAttribute("languages", LookReader.LANGUAGES).modelAttribute("positions", POSITIONS)
                .modelAttribute("sites", sites.sites())
                .modelAttribute("policy", policy == null ? "" : policy)
                .modelAttribute("asked", policy != null)
                .modelAttribute("advice", policy == null ? List.of() : PolicyAdvice.of(policy, ours))
                .modelAttribute("light", ContrastRow.of(now.light()))
                .modelAttribute("dark", ContrastRow.of(now.dark()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GetMapping("/tillganglighet")
    Rendering accessibility() {
        return Rendering.view("widget/accessibility").modelAttribute("name", look.now().name())
                .modelAttribute("statement", look.now().statement())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
