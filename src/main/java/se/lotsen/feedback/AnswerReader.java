package se.lotsen.feedback;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.feedback.Grade.Answered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one answer of a conversation out of its events and its explanation. */
final class AnswerReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerReader() {
    }

    /**
     * The answer with this number; empty when it is not finished, or does not exist.
     *
     * @param explanation the stored document; null when there is none
     */
    static Optional<Answered> read(List<StoredEvent> events, int number, @Nullable String explanation) {
        QuestionAsked question = null;
        String first = null;
        Set<String> pages = new LinkedHashSet<>();
        for (StoredEvent stored : events) {
            switch (stored.event()) {
                case QuestionAsked asked -> {
                    question = asked;
                    first = null;
                    pages.clear();
                }
                case SourcesFound found ->
                    first = found.sources().isEmpty() ? null : found.sources().getFirst().page();
                case TextReleased text -> text.sources().stream().map(Citation::page).forEach(pages::add);
                case Completed completed -> {
                    if (question != null && completed.answer() == number) {
                        return Optional.of(new Answered(question.text().value(), question.language(),
                                List.copyOf(pages), first, versions(explanation), completed.confidence(),
                                completed.outcome()));
                    }
                }
                default -> {
                    // Nothing that an answer consists of.
                }
            }
        }
        return Optional.empty();
    }

    /** An explanation of another version may have none; then the grade stands without them. */
    private static Map<String, String> versions(@Nullable String explanation) {
        return explanation == null ? Map.of() : strings(explanation, "digests");
    }

    private static Map<String, String> strings(String document, String field) {
        Map<String, String> strings = new TreeMap<>();
        try {
            JsonNode object = JSON.readTree(document).path(field);
            object.propertyNames().forEach(name -> strings.put(name, object.path(name).asString("")));
        } catch (JacksonException e) {
            return Map.of();
        }
        return strings;
    }

    static String json(Map<String, String> strings) {
        return JSON.writeValueAsString(Map.of("digests", new TreeMap<>(strings)));
    }

    static Map<String, String> map(String document) {
        return strings(document, "digests");
    }
}
