package se.lotsen.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.handover.CasePacket.Draft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a citizen was not told of an answer, from its stored explanation: sentences that the checks took out, and an answer
 * that a person looks at first. Both are for the person who takes over.
 */
final class Untold {
    private static final Logger log = LoggerFactory.getLogger(Untold.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ConversationStore store;

    Untold(ConversationStore store) {
        this.store = store;
    }

    /**
     * Of one answer.
     *
     * @param removed by the checks
     * @param heldBack the whole answer; null where it was shown, or where there was none
     */
    record Parts(List<String> removed, @Nullable Draft heldBack) {
        private static final Parts NONE = new Parts(List.of(), null);
    }

    /** Nothing also where nothing is known; a person is more important than a complete packet. Blocks. */
    Parts of(ConversationId conversation, int answer) {
        return store.explanationOf(conversation, answer).map(AnswerExplanation::document)
                .map(document -> read(conversation, document)).orElse(Parts.NONE);
    }

    private static Parts read(ConversationId conversation, String document) {
        try {
            JsonNode explanation = JSON.readTree(document);
            return new Parts(explanation.path("checks").path("removed").valueStream()
                    .map(removed -> removed.path("sentence"))
                    .filter(JsonNode::isString).map(JsonNode::asString).toList(),
                    heldBack(explanation).orElse(null));
        } catch (JacksonException e) {
            log.warn("An explanation of conversation {} cannot be read", conversation);
            return Parts.NONE;
        }
    }

    /** What is only tried yet is no draft: the agent's own answer is to be compared with it. */
    private static Optional<Draft> heldBack(JsonNode explanation) {
        JsonNode sentences = explanation.path("withheld").path("sentences");
        boolean tried = explanation.path("outcome").asString("")
                .equals(AnswerOutcome.NOT_ANSWERED_SHADOW.name());
        if (sentences.isEmpty() || tried) {
            return Optional.empty();
        }
        Set<Citation> sources = sentences.valueStream()
                .map(sentence -> JSON.treeToValue(sentence.path("source"), Citation.class))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new Draft(sentences.valueStream().map(sentence -> sentence.path("text").asString())
                .collect(Collectors.joining(" ")), List.copyOf(sources)));
    }
}
