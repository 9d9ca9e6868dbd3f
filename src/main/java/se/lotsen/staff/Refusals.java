package se.lotsen.staff;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What whoever may not enter sees: a page in Swedish, or for a program a problem detail (RFC 9457). */
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private final JsonMapper json = JsonMapper.builder().build();
    private final StaffPages pages;
    private final MessageSource messages;

    Refusals(StaffPages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    private record Problem(String type, String title, int status, String instance) {
    }

    /** Nobody is signed in. */
    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException nobody) {
        ServerHttpRequest request = exchange.getRequest();
        if (StaffPaths.api(request)) {
            return problem(exchange, HttpStatus.UNAUTHORIZED, "staff-sign-in");
        }
        String wanted = StaffPaths.wanted(request.getPath().value());
        boolean back = HttpMethod.GET.equals(request.getMethod()) && !wanted.equals(StaffPaths.HOME);
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(StaffPaths.SIGN_IN
                + (back ? "?till=" + UriUtils.encodeQueryParam(wanted, StandardCharsets.UTF_8) : "")));
        return exchange.getResponse().setComplete();
    }

    /** Somebody lacks the role, or the form is not ours. */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        String reason = denied instanceof CsrfException ? "form-outdated" : "role-missing";
        return exchange.getPrincipal().map(Refusals::id).defaultIfEmpty("nobody")
                .doOnNext(who -> log.info("Refused at /{}: {} ({})", StaffPaths.room(exchange.getRequest()),
                        reason, who))
                .then(Mono.defer(() -> refuse(exchange, reason)));
    }

    private static String id(Principal principal) {
        return principal instanceof Authentication person
                && person.getPrincipal() instanceof StaffMember member
                        ? member.id().toString()
                        : "nobody";
    }

    private Mono<Void> refuse(ServerWebExchange exchange, String reason) {
        return StaffPaths.api(exchange.getRequest())
                ? problem(exchange, HttpStatus.FORBIDDEN, "staff-" + reason)
                : pages.write(exchange, "refused", HttpStatus.FORBIDDEN, Map.of("reason", reason));
    }

    private Mono<Void> problem(ServerWebExchange exchange, HttpStatus status, String code) {
        ServerHttpResponse response = exchange.getResponse();
        String title = messages.getMessage("problem." + code, null, Locale.of("sv"));
        byte[] body = json.writeValueAsBytes(new Problem("/problems/" + code, title, status.value(),
                exchange.getRequest().getPath().value()));
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, "sv");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
