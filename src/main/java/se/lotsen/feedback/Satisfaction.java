package se.lotsen.feedback;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.privacy.MaskedText;

/**
 * How satisfied citizens are with the assistant and with the people, on the scale of 1 to 5 and SKR's index of 0 to 100. A
 * conversation has one word of each, which can be changed. It blocks: call it from {@code boundedElastic}.
 */
public class Satisfaction {
    private final Attachments attachments;
    private final ConversationStore conversations;

    Satisfaction(Attachments attachments, ConversationStore conversations) {
        this.attachments = attachments;
        this.conversations = conversations;
    }

    /**
     * Keeps what the citizen says, in place of what was said before; a repeat under the same key changes nothing.
     *
     * @param score 1 to 5
     * @return false, and nothing is stored, when the conversation never had this part
     */
    public boolean say(ConversationId conversation, IdempotencyKey key, Part part, int score,
            @Nullable MaskedText comment) {
        String text = comment == null ? null : comment.value();
        // What has happened stays so: it can be read before the lock.
        return parts(conversations.eventsAfter(conversation, 0)).contains(part)
                && attachments.write(conversation, held -> {
                    if (held.isFirst(key, "satisfaction\n%s\n%d\n%s".formatted(part, score,
                            text == null ? "" : text))) {
                        new SatisfactionTable(held.database()).put(conversation,
                                new Score(part, score, text, held.now()));
                    }
                    return true;
                });
    }

    /** Whom the citizen has talked to: the assistant has answered, a person has had the case. */
    public static Set<Part> parts(List<StoredEvent> events) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (StoredEvent stored : events) {
            if (stored.event() instanceof Completed) {
                parts.add(Part.ASSISTANT);
            } else if (stored.event() instanceof StateChanged changed
                    && changed.to() == ConversationState.WITH_AGENT) {
                parts.add(Part.AGENT);
            }
        }
        return parts;
    }

    /** What was said in a conversation, at most one of each part. */
    public List<Score> of(ConversationId conversation) {
        return attachments.read(database -> new SatisfactionTable(database).of(conversation));
    }

    /** Every score of a part that was given from one moment up to, not including, another; in no order. */
    public List<Integer> scores(Part part, Instant from, Instant to) {
        return attachments.read(database -> new SatisfactionTable(database).scores(part, from, to));
    }

    /** Each part's figures, of what was said from one moment up to, not including, another. */
    public Map<Part, SatisfactionFigures> figures(Instant from, Instant to) {
        return attachments.read(database -> {
            SatisfactionTable table = new SatisfactionTable(database);
            Map<Part, SatisfactionFigures> figures = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                figures.put(part, SatisfactionFigures.of(table.scores(part, from, to)));
            }
            return figures;
        });
    }
}
