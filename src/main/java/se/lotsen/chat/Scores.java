package se.lotsen.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.feedback.Part;
import se.lotsen.feedback.Satisfaction;
import se.lotsen.asking.AskingProperties;
import se.lotsen.feedback.Score;
import se.lotsen.privacy.PersonalDataMask;

/**
 * How satisfied a citizen is, the same for the API and for the page without JavaScript. It refuses what is no score, a score
 * for somebody whom the citizen has not talked to, and a comment longer than a question may be.
 */
public class Scores {
    private static final Set<StateChange> OVER = Set.of(StateChange.RESOLVED, StateChange.RETURNED);
    private final Satisfaction satisfaction;
    private final PersonalDataMask mask;
    private final RateLimits limits;
    private final int maxLength;

    Scores(Satisfaction satisfaction, PersonalDataMask mask, RateLimits limits, AskingProperties properties) {
        this.satisfaction = satisfaction;
        this.mask = mask;
        this.limits = limits;
        this.maxLength = properties.maxQuestionLength();
    }

    /**
     * Keeps it.
     *
     * @param after the code of the part
     * @param score refused unless it is one
     * @param comment masked before it is kept
     */
    public Mono<Void> say(Conversation conversation, IdempotencyKey key, @Nullable String after,
            @Nullable Integer score,
            @Nullable String comment) {
        return Mono.<Void>fromRunnable(() -> {
            limits.countConversation(conversation.id().toString());
            Part part = Part.of(after == null ? "" : after)
                    .orElseThrow(() -> new ChatProblem(Type.REQUEST_INVALID));
            if (score == null || !Score.isScore(score)) {
                throw new ChatProblem(Type.SCORE_INVALID);
            }
            if (comment != null && comment.length() > maxLength) {
                throw new ChatProblem(Type.QUESTION_TOO_LONG);
            }
            if (!satisfaction.say(conversation.id(), key, part, score,
                    comment == null || comment.isBlank() ? null : mask.mask(comment))) {
                throw new ChatProblem(Type.NOTHING_TO_SCORE);
            }
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** The score of a form; null for what is none. */
    public static @Nullable Integer score(@Nullable String field) {
        return field != null && field.matches("[1-5]") ? Integer.valueOf(field) : null;
    }

    /** A form that a page shows; {@code said} is what the citizen has said already, or null. */
    public record Form(String part, @Nullable Score said) {
    }

    /**
     * What is asked of now: of a person when the person has ended or given back the case, of the assistant when it has
     * answered, but not beside a crisis card. Blocks.
     */
    public List<Form> forms(ConversationId conversation, List<StoredEvent> events) {
        List<Score> said = satisfaction.of(conversation);
        List<Form> forms = new ArrayList<>();
        boolean answered = last(events, Completed.class,
                completed -> completed.kind() != AnswerKind.EMERGENCY);
        boolean ended = last(events, StateChanged.class, changed -> OVER.contains(changed.change()));
        if (answered) {
            forms.add(form(Part.ASSISTANT, said));
        }
        if (ended) {
            forms.add(form(Part.AGENT, said));
        }
        return List.copyOf(forms);
    }

    private static <E> boolean last(List<StoredEvent> events, Class<E> type,
            java.util.function.Predicate<E> test) {
        return events.reversed().stream().map(StoredEvent::event).filter(type::isInstance).map(type::cast)
                .findFirst().filter(test).isPresent();
    }

    private static Form form(Part part, List<Score> said) {
        return new Form(part.code(),
                said.stream().filter(score -> score.part() == part).findFirst().orElse(null));
    }
}
