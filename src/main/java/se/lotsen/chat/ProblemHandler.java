package se.lotsen.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import se.lotsen.chat.ChatProblem.Type;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every refusal and every fault of the API as a problem detail (RFC 9457): a stable type, a title in Swedish or
 * what the caller asks for ({@code Accept-Language}), never a stack trace and never what was sent. Pages for people keep their own error pages.
 */
@RestControllerAdvice
class ProblemHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String RETRY_AFTER_SECONDS = "60";

    private final JsonMapper json = JsonMapper.builder().build();
    private final MessageSource messages;

    ProblemHandler(MessageSource messages) {
        this.messages = messages;
    }

    /** The fields of RFC 9457 that are used; {@code instance} is the path of the request. A type may have further fields. */
    private static Map<String, @Nullable Object> problem(Type type, String title, String path,
            Exception fault, ChatLanguage language) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + type.code());
        problem.put("title", title);
        problem.put("status", type.status().value());
        problem.put("instance", path);
        if (fault instanceof ChatProblem refused) {
            refused.details().forEach((name, detail) -> problem.put(name,
                    detail instanceof ChatProblem.Said said ? said.in(language) : detail));
        }
        return problem;
    }

    /** Written by hand: a problem must arrive whatever the caller claims to accept. */
    @ExceptionHandler
    Mono<Void> handle(Exception fault, ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        ServerHttpResponse response = exchange.getResponse();
        boolean gone = DisconnectedClientHelper.isClientDisconnectedException(fault);
        if (!path.startsWith("/api/") || response.isCommitted() || gone) {
            return Mono.error(fault);
        }
        Type type = Type.of(fault);
        switch (type) {
            case FAULT -> log.error("{} {} failed", exchange.getRequest().getMethod(), path, fault);
            case RECORD_UNAVAILABLE -> log.error("{} {} could not be stored: {}",
                    exchange.getRequest().getMethod(), path, fault.getClass().getSimpleName());
            default -> {
            }
        }
        ChatLanguage language = wanted(exchange.getRequest().getHeaders());
        String title = messages.getMessage("problem." + type.code(), null, language.locale());
        byte[] body = json.writeValueAsBytes(problem(type, title, path, fault, language));
        response.setStatusCode(type.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (type == Type.STAFF_ONLY) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == Type.TOO_MANY_REQUESTS || type == Type.RECORD_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** The first language of the caller's that the interface has; Swedish for none, and for a header that is none. */
    private static ChatLanguage wanted(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguage().stream().filter(range -> range.getWeight() > 0)
                    .flatMap(range -> ChatLanguage.find(range.getRange()).stream())
                    .findFirst().orElse(ChatLanguage.SWEDISH);
        } catch (IllegalArgumentException e) {
            return ChatLanguage.SWEDISH;
        }
    }
}
