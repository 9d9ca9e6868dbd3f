package se.lotsen.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import se.lotsen.asking.QuestionRefusal;
import se.lotsen.conversation.ConversationRefusal;

/**
 * A request that is refused at the door. The type is stable and tells programs what happened; the words for people are in
 * {@code messages_<lang>.properties}.
 */
public final class ChatProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What can be wrong. The name in lower case with hyphens is the problem's stable type. */
    public enum Type {
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
        /** The municipality keeps conversations for their whole time. */
        DELETION_OFF(HttpStatus.FORBIDDEN),
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
                                                                                                                                HttpStatus.TOO_MANY_REQUESTS),
        /** The database does not take it now: nothing was stored, and the same request may be sent again. */
        RECORD_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE), FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Type(HttpStatus status) {
            this.status = status;
        }

        /** With which the API and pages answer. */
        public HttpStatus status() {
            return status;
        }

        /** As in the API's {@code /problems/…} and in the codes of texts, such as {@code question-empty}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What a refusal or fault is called, for the API and for pages alike. */
        public static Type of(Throwable fault) {
            if (caused(fault, DataBufferLimitException.class)) {
                return REQUEST_TOO_LARGE;
            }
            return switch (fault) {
                case ChatProblem problem -> problem.type();
                case ConversationRefusal refusal -> of(refusal);
                case QuestionRefusal refusal -> switch (refusal.reason()) {
                    case EMPTY -> QUESTION_EMPTY;
                    case TOO_LONG -> QUESTION_TOO_LONG;
                };
                case DecodingException broken -> REQUEST_INVALID;
                case ErrorResponse response -> of(response.getStatusCode());
                case TransactionException unavailable -> RECORD_UNAVAILABLE;
                case InvalidDataAccessResourceUsageException wrong -> FAULT;
                case DataAccessException unavailable -> RECORD_UNAVAILABLE;
                default -> FAULT;
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

        private static Type of(ConversationRefusal refusal) {
            return switch (refusal) {
                case ConversationRefusal.UnknownConversation unknown -> CONVERSATION_NOT_FOUND;
                case ConversationRefusal.IdempotencyKeyReused reused -> IDEMPOTENCY_KEY_REUSED;
                case ConversationRefusal.QuestionStillOpen open -> QUESTION_STILL_OPEN;
                case ConversationRefusal.QuestionNotOpen closed -> FAULT;
                case ConversationRefusal.UnknownAnswer unknown -> ANSWER_NOT_FOUND;
                case ConversationRefusal.AssistantSilent silent -> ASSISTANT_SILENT;
                case ConversationRefusal.ChangeNotPossible late -> CONVERSATION_MOVED_ON;
                case ConversationRefusal.NotTheOwner other -> CONVERSATION_MOVED_ON;
                case ConversationRefusal.AgentFull full -> CONVERSATION_MOVED_ON;
                case ConversationRefusal.NoPersonInvolved nobody -> NO_PERSON_INVOLVED;
            };
        }

        private static Type of(HttpStatusCode code) {
            return switch (code.value()) {
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> MEDIA_TYPE_NOT_ACCEPTABLE;
                case 413 -> REQUEST_TOO_LARGE;
                case 415 -> MEDIA_TYPE_UNSUPPORTED;
                default -> code.is4xxClientError() ? REQUEST_INVALID : FAULT;
            };
        }
    }

    private final Type type;
    private final transient Map<String, @Nullable Object> details;

    /** A problem that its type says all about. */
    public ChatProblem(Type type) {
        this(type, Map.of());
    }

    /** A detail in words for people, in the language that the caller reads. */
    interface Said {
        String in(ChatLanguage language);
    }

    /** @param details further fields of the problem, beside its type; words for people as {@link Said} */
    ChatProblem(Type type, Map<String, @Nullable Object> details) {
        super(type.code());
        this.type = type;
        this.details = details;
    }

    /** What the API says beside the type, by field; empty for most types. */
    public Map<String, @Nullable Object> details() {
        return details;
    }

    Type type() {
        return type;
    }
}
