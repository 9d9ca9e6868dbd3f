package se.lotsen.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused at the door. The type is stable and tells programs what happened; the words for people are in
 * {@code messages_sv.properties}.
 */
final class ChatProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What can be wrong. The name in lower case with hyphens is the problem's stable type. */
    enum Type {
        /** No such conversation, a missing or foreign token: told apart for nobody. */
        CONVERSATION_NOT_FOUND(HttpStatus.NOT_FOUND), ANSWER_NOT_FOUND(HttpStatus.NOT_FOUND), NOT_FOUND(
                HttpStatus.NOT_FOUND),
        /** Nobody will come who is asked for now; the details say when, and whom to call. */
        NOBODY_ON_DUTY(HttpStatus.CONFLICT),
        /** The citizen has not talked to whom the score is about. */
        NOTHING_TO_SCORE(HttpStatus.CONFLICT), SCORE_INVALID(HttpStatus.BAD_REQUEST),
        /** A case was ended after a warning: no person writes before tomorrow; the details say whom to call. */
        PERSON_NOT_TODAY(HttpStatus.CONFLICT),
        /** Somebody has the conversation or is on the way: nothing is promised beside that. */
        PERSON_AT_HAND(HttpStatus.CONFLICT),
        /** The time that was wanted cannot be promised any more; the details hold what can. */
        SLOT_GONE(HttpStatus.CONFLICT),
        /** Nobody could be reached by the contact; the details say why. */
        CONTACT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
        /** It cannot be deleted now. */
        PERSON_INVOLVED(HttpStatus.CONFLICT),
        /** There is nobody to write to: the assistant is asked instead. */
        NO_PERSON_INVOLVED(HttpStatus.CONFLICT), MESSAGE_EMPTY(HttpStatus.BAD_REQUEST), MESSAGE_TOO_LONG(
                HttpStatus.BAD_REQUEST), STAFF_ONLY(HttpStatus.UNAUTHORIZED), IDEMPOTENCY_KEY_MISSING(
                        HttpStatus.BAD_REQUEST), IDEMPOTENCY_KEY_REUSED(
                                HttpStatus.UNPROCESSABLE_CONTENT), QUESTION_EMPTY(
                                        HttpStatus.BAD_REQUEST), QUESTION_TOO_LONG(
                                                HttpStatus.BAD_REQUEST), QUESTION_STILL_OPEN(
                                                        HttpStatus.CONFLICT), ASSISTANT_SILENT(
                                                                HttpStatus.CONFLICT), CONVERSATION_MOVED_ON(
                                                                        HttpStatus.CONFLICT), LAST_EVENT_ID_INVALID(
                                                                                HttpStatus.BAD_REQUEST), REQUEST_INVALID(
                                                                                        HttpStatus.BAD_REQUEST), REQUEST_TOO_LARGE(
                                                                                                HttpStatus.CONTENT_TOO_LARGE), METHOD_NOT_ALLOWED(
                                                                                                        HttpStatus.METHOD_NOT_ALLOWED), MEDIA_TYPE_UNSUPPORTED(
                                                                                                                HttpStatus.UNSUPPORTED_MEDIA_TYPE), MEDIA_TYPE_NOT_ACCEPTABLE(
                                                                                                                        HttpStatus.NOT_ACCEPTABLE), TOO_MANY_REQUESTS(
                                                                                                                                HttpStatus.TOO_MANY_REQUESTS), FAULT(
                                                                                                                                        HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Type(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Type type;
    private final transient Map<String, @Nullable Object> details;

    ChatProblem(Type type) {
        this(type, Map.of());
    }

    /** @param details further fields of the problem, beside its type */
    ChatProblem(Type type, Map<String, @Nullable Object> details) {
        super(type.code());
        this.type = type;
        this.details = details;
    }

    Map<String, @Nullable Object> details() {
        return details;
    }

    Type type() {
        return type;
    }
}
