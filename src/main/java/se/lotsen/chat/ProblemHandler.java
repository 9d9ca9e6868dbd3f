package se.lotsen.chat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import se.lotsen.asking.QuestionRefusal;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.ConversationRefusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every refusal and every fault of the API as a problem detail (RFC 9457): a stable type, a Swedish title, never a stack
 * trace and never what was sent. Pages for people keep their own error pages.
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
            Exception fault) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + type.code());
        problem.put("title", title);
        problem.put("status", type.status().value());
        problem.put("instance", path);
        if (fault instanceof ChatProblem refused) {
            problem.putAll(refused.details());
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
        Type type = type(fault);
        if (type == Type.FAULT) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), path, fault);
        }
        String title = messages.getMessage("problem." + type.code(), null, Locale.of("sv"));
        byte[] body = json.writeValueAsBytes(problem(type, title, path, fault));
        response.setStatusCode(type.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, "sv");
        if (type == Type.STAFF_ONLY) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == Type.TOO_MANY_REQUESTS) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** What a refusal or fault is called, for the API and for pages alike. */
    static Type type(Throwable fault) {
        if (caused(fault, DataBufferLimitException.class)) {
            return Type.REQUEST_TOO_LARGE;
        }
        return switch (fault) {
            case ChatProblem problem -> problem.type();
            case ConversationRefusal refusal -> type(refusal);
            case QuestionRefusal refusal -> switch (refusal.reason()) {
                case EMPTY -> Type.QUESTION_EMPTY;
                case TOO_LONG -> Type.QUESTION_TOO_LONG;
            };
            case DecodingException broken -> Type.REQUEST_INVALID;
            case ErrorResponse response -> type(response.getStatusCode());
            default -> Type.FAULT;
        };
    }

    private static boolean caused(Throwable fault, Class<? extends Throwable> cause) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (cause.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static Type type(ConversationRefusal refusal) {
        return switch (refusal) {
            case ConversationRefusal.UnknownConversation unknown -> Type.CONVERSATION_NOT_FOUND;
            case ConversationRefusal.IdempotencyKeyReused reused -> Type.IDEMPOTENCY_KEY_REUSED;
            case ConversationRefusal.QuestionStillOpen open -> Type.QUESTION_STILL_OPEN;
            case ConversationRefusal.QuestionNotOpen closed -> Type.FAULT;
            case ConversationRefusal.UnknownAnswer unknown -> Type.ANSWER_NOT_FOUND;
            case ConversationRefusal.AssistantSilent silent -> Type.ASSISTANT_SILENT;
            case ConversationRefusal.ChangeNotPossible late -> Type.CONVERSATION_MOVED_ON;
            case ConversationRefusal.NotTheOwner other -> Type.CONVERSATION_MOVED_ON;
            case ConversationRefusal.AgentFull full -> Type.CONVERSATION_MOVED_ON;
            case ConversationRefusal.NoPersonInvolved nobody -> Type.NO_PERSON_INVOLVED;
        };
    }

    private static Type type(HttpStatusCode code) {
        return switch (code.value()) {
            case 404 -> Type.NOT_FOUND;
            case 405 -> Type.METHOD_NOT_ALLOWED;
            case 406 -> Type.MEDIA_TYPE_NOT_ACCEPTABLE;
            case 413 -> Type.REQUEST_TOO_LARGE;
            case 415 -> Type.MEDIA_TYPE_UNSUPPORTED;
            default -> code.is4xxClientError() ? Type.REQUEST_INVALID : Type.FAULT;
        };
    }
}
