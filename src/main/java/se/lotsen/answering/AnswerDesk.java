package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * Asks and waits for the whole answer, for the terminal and the evaluation. Nothing is stored. Never to be called on an
 * event loop.
 */
public final class AnswerDesk {
    private final AnswerPipeline pipeline;
    private final PersonalDataMask mask;
    private final LanguageIdentifier languages;

    AnswerDesk(AnswerPipeline pipeline, PersonalDataMask mask, LanguageIdentifier languages) {
        this.pipeline = pipeline;
        this.mask = mask;
        this.languages = languages;
    }

    /** A conversation that begins now and is forgotten with its last reference. */
    public Conversation begin() {
        return new Conversation();
    }

    /** An answer and why it is what it is. */
    public record Explained(Answer answer, Explanation explanation) {
    }

    /** One question in a conversation of its own. */
    public Explained explained(String raw) {
        return begin().explained(raw);
    }

    /**
     * Asks the questions of one conversation in order.
     *
     * @param questions at least one, oldest first
     * @return the answer to the last
     */
    public Answer ask(List<String> questions) {
        Conversation conversation = begin();
        Answer answer = null;
        for (String question : questions) {
            answer = conversation.ask(question);
        }
        return Objects.requireNonNull(answer, "no question");
    }

    List<AnswerEvent> events(Question question) {
        return Objects.requireNonNull(pipeline.answer(question).collectList().block());
    }

    /** Questions that know of one another. Not for concurrent use. */
    public final class Conversation {
        private final String id = UUID.randomUUID().toString();
        private final List<ConversationEvent> log = new ArrayList<>();
        private int asked;

        private Conversation() {
        }

        /** Asks the next question and waits for its answer. */
        public Answer ask(String raw) {
            return explained(raw).answer();
        }

        private Explained explained(String raw) {
            MaskedText text = mask.mask(raw);
            Question question = new Question(text, languages.identify(text.withoutPlaceholders()), ++asked,
                    EarlierTurn.of(log), id);
            List<AnswerEvent> events = AnswerDesk.this.events(question);
            log.add(new ConversationEvent.QuestionAsked(text, question.language()));
            events.forEach(event -> log.add(event.event()));
            return new Explained(Answer.of(question, events), explanation(events));
        }

        private static Explanation explanation(List<AnswerEvent> events) {
            return events.stream().filter(AnswerEvent.Finished.class::isInstance)
                    .map(AnswerEvent.Finished.class::cast)
                    .map(AnswerEvent.Finished::explanation).findFirst().orElseThrow();
        }
    }
}
