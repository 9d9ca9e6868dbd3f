package se.lotsen.asking;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * The one way in for what somebody typed as a question, citizen or agent: masked, measured, stored, and then answered. It
 * knows nothing of who may ask; that is the front doors' matter. Refuses with a {@link QuestionRefusal} what is no question,
 * and with a {@link se.lotsen.conversation.ConversationRefusal} what the record does not take.
 */
public class Intake {
    private final ConversationStore store;
    private final ConversationStream stream;
    private final Answers answers;
    private final PersonalDataMask mask;
    private final LanguageIdentifier languages;
    private final int maxLength;

    Intake(ConversationStore store, ConversationStream stream, Answers answers, PersonalDataMask mask,
            LanguageIdentifier languages, AskingProperties properties) {
        this.store = store;
        this.stream = stream;
        this.answers = answers;
        this.mask = mask;
        this.languages = languages;
        this.maxLength = properties.maxQuestionLength();
    }

    /** Stores the question, without personal data, and has it answered; returns when it is stored. Blocks. */
    public AskedQuestion ask(ConversationId conversation, IdempotencyKey key, @Nullable String raw) {
        MaskedText text = read(raw);
        AskedQuestion asked = store.ask(conversation, key, text,
                languages.identify(text.withoutPlaceholders()));
        answers.begin(asked);
        return asked;
    }

    /** The question without personal data; refuses what {@link #ask} would refuse whatever the conversation. */
    public MaskedText read(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            throw new QuestionRefusal(QuestionRefusal.Reason.EMPTY);
        }
        if (raw.length() > maxLength) {
            throw new QuestionRefusal(QuestionRefusal.Reason.TOO_LONG);
        }
        MaskedText text = mask.mask(raw);
        if (text.value().isBlank()) {
            throw new QuestionRefusal(QuestionRefusal.Reason.EMPTY);
        }
        return text;
    }

    /** The events of one question, from the question itself to its end. */
    public Flux<StoredEvent> answer(AskedQuestion asked) {
        return stream.events(asked.event().conversation(), asked.event().id() - 1)
                .takeUntil(event -> event.event() instanceof ConversationEvent.Completed);
    }
}
