package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * Asks and waits for the whole answer, for the terminal and the evaluation. Nothing is stored. Never to be called on an
 * event loop.
 */
public final class AnswerDesk {
    private final AnswerPipeline pipeline;
    private final PersonalDataMask mask;

    AnswerDesk(AnswerPipeline pipeline, PersonalDataMask mask) {
        this.pipeline = pipeline;
        this.mask = mask;
    }

    /**
     * Asks the questions of one conversation in order.
     *
     * @param questions at least one, oldest first
     * @return the answer to the last
     */
    public Answer ask(List<String> questions, String language) {
        Conversation conversation = begin(language);
        Answer answer = null;
        for (String raw : questions) {
            answer = conversation.ask(raw);
        }
        return Objects.requireNonNull(answer, "no question");
    }

    /** Begins a conversation whose questions are asked one by one. */
    public Conversation begin(String language) {
        return new Conversation(language);
    }

    /** One conversation: each question is asked once and knows those before it. Not for use by several threads. */
    public final class Conversation {
        private final String language;
        private final List<MaskedText> earlier = new ArrayList<>();

        private Conversation(String language) {
            this.language = language;
        }

        /** The answer to the next question. */
        public Answer ask(String raw) {
            MaskedText text = mask.mask(raw);
            Question question = new Question(text, language, earlier.size() + 1, List.copyOf(earlier));
            List<AnswerEvent> events = Objects
                    .requireNonNull(pipeline.answer(question).collectList().block());
            earlier.add(text);
            return Answer.of(question, events);
        }
    }
}
