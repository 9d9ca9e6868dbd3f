package se.lotsen.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.asking.Answers;
import se.lotsen.asking.AskingProperties;
import se.lotsen.asking.Intake;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conduct.Origin;
import se.lotsen.conduct.ThreatWatch;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * What a citizen can do with a conversation, the same for the API and for the page without JavaScript. It refuses whoever has
 * not the conversation's token, whoever writes too much, and what {@link Intake} refuses; it stores nothing that is not masked.
 */
public class Questions {
    private final ConversationStore store;
    private final Intake intake;
    private final Answers answers;
    private final PersonalDataMask mask;
    private final GivenToCitizens given;
    private final RateLimits limits;
    private final ThreatWatch threats;
    private final int maxLength;

    Questions(ConversationStore store, Intake intake, Answers answers, PersonalDataMask mask,
            GivenToCitizens given, RateLimits limits, ThreatWatch threats, AskingProperties properties) {
        this.store = store;
        this.intake = intake;
        this.answers = answers;
        this.mask = mask;
        this.given = given;
        this.limits = limits;
        this.threats = threats;
        this.maxLength = properties.maxQuestionLength();
    }

    /** The conversation, or {@link Type#CONVERSATION_NOT_FOUND} for whatever reason. */
    public Mono<Conversation> open(ConversationId id, String token) {
        return Mono.fromCallable(() -> store.open(id, token)
                .orElseThrow(() -> new ChatProblem(Type.CONVERSATION_NOT_FOUND)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The same for an id as it stands in an address and a token as it stands in a header. */
    Mono<Conversation> open(String id, @Nullable String token) {
        try {
            return token == null || id.length() != 36
                    ? Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND))
                    : open(new ConversationId(UUID.fromString(id)), token);
        } catch (IllegalArgumentException e) {
            return Mono.error(new ChatProblem(Type.CONVERSATION_NOT_FOUND));
        }
    }

    /** The whole conversation as its citizen is shown it; what a person wrote counts as given from then on. Blocks. */
    public List<StoredEvent> read(ConversationId conversation) {
        List<StoredEvent> events = store.eventsAfter(conversation, 0);
        given.all(conversation, events);
        return events;
    }

    /**
     * Stores the question, without personal data, and has it answered.
     *
     * @param raw as typed; refused when nothing is left of it, or more than the limit
     */
    public Mono<AskedQuestion> ask(Conversation conversation, IdempotencyKey key, @Nullable String raw) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            AskedQuestion asked = intake.ask(conversation.id(), key, raw);
            if (asked.event().event() instanceof QuestionAsked said) {
                threats.heard(conversation.id(), Origin.QUESTION, asked.event().id(), said.text(),
                        said.language());
            }
            return asked;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** Refuses what {@link #ask} would refuse whatever the conversation. */
    public void check(@Nullable String raw) {
        intake.read(raw);
    }

    /** The events of one question, from the question itself to its end. */
    public Flux<StoredEvent> answer(AskedQuestion asked) {
        return intake.answer(asked);
    }

    /** Ends the wait for a model's words with an answer that is under way; the answer is finished without them. */
    Mono<Void> stop(Conversation conversation, int answer) {
        return Mono.fromRunnable(() -> {
            limits.countConversation(conversation.id().toString());
            answers.stop(conversation.id(), answer);
        }).subscribeOn(Schedulers.boundedElastic()).then();
    }

    /** What a citizen thinks of an answer; a comment is masked as a question is. */
    public Mono<Void> rate(Conversation conversation, IdempotencyKey key, int answer, boolean helpful,
            @Nullable String comment) {
        return Mono.<Void>fromRunnable(() -> {
            limits.countConversation(conversation.id().toString());
            if (comment != null && comment.length() > maxLength) {
                throw new ChatProblem(Type.QUESTION_TOO_LONG);
            }
            MaskedText masked = comment == null || comment.isBlank() ? null : mask.mask(comment);
            store.rate(conversation.id(), key, answer, helpful, masked);
        }).subscribeOn(Schedulers.boundedElastic());
    }
}
