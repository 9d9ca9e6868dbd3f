package se.lotsen.gaps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.StoredEvent;

/** What the assistant answered to some of a gap's questions: that turn alone, nothing else of the conversation. It blocks. */
final class Examples {
    private static final int SHOWN = 3;
    private final ConversationStore conversations;

    Examples(ConversationStore conversations) {
        this.conversations = conversations;
    }

    /**
     * A question and its answer.
     *
     * @param miss what was asked
     * @param answer sentence by sentence; empty when nothing was said from pages
     * @param at when it was asked
     */
    record Example(Miss miss, List<String> answer, Instant at) {
    }

    /** The newest, each of another conversation. */
    List<Example> of(Gap gap) {
        List<Example> examples = new ArrayList<>();
        Set<ConversationId> seen = new LinkedHashSet<>();
        for (Miss miss : gap.misses().reversed()) {
            if (examples.size() < SHOWN && seen.add(miss.turn().conversation())) {
                answer(miss.turn())
                        .ifPresent(text -> examples.add(new Example(miss, text, miss.question().at())));
            }
        }
        return List.copyOf(examples);
    }

    private Optional<List<String>> answer(Turn turn) {
        try {
            List<String> sentences = new ArrayList<>();
            int number = 0;
            for (StoredEvent stored : conversations.eventsAfter(turn.conversation(), 0)) {
                if (stored.event() instanceof ConversationEvent.QuestionAsked) {
                    number++;
                } else if (stored.event() instanceof ConversationEvent.TextReleased text
                        && number == turn.answer()) {
                    sentences.add(text.text());
                }
            }
            return Optional.of(List.copyOf(sentences));
        } catch (ConversationRefusal.UnknownConversation gone) {
            return Optional.empty();
        }
    }
}
