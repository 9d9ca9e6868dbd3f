package se.lotsen.chat;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences that the checks took out of an answer, from its stored explanation: what the citizen was not told. */
final class RemovedSentences {
    private static final Logger log = LoggerFactory.getLogger(RemovedSentences.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ConversationStore store;

    RemovedSentences(ConversationStore store) {
        this.store = store;
    }

    /** Empty also where nothing is known; a person is more important than a complete packet. Blocks. */
    List<String> from(ConversationId conversation, int answer) {
        return store.explanationOf(conversation, answer).map(AnswerExplanation::document)
                .map(document -> read(conversation, document)).orElse(List.of());
    }

    private static List<String> read(ConversationId conversation, String document) {
        try {
            return JSON.readTree(document).path("checks").path("removed").valueStream()
                    .map(removed -> removed.path("sentence"))
                    .filter(JsonNode::isString).map(JsonNode::asString).toList();
        } catch (JacksonException e) {
            log.warn("An explanation of conversation {} cannot be read", conversation);
            return List.of();
        }
    }
}
