package se.lotsen.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;

/**
 * What one of the staff thinks of an answer, with what the answer was then, so that it can be read by itself.
 *
 * @param answer the answer's number, from 1
 * @param by the latest grade of each account only
 * @param of what was graded
 */
public record Grade(ConversationId conversation, int answer, Agent by, Mark mark, Instant at, Answered of) {

    /**
     * An answer as it was given.
     *
     * @param question masked
     * @param language two letters
     * @param pages ids of the pages that were cited, in order; empty when none was
     * @param firstPage the page that the search put first; null when it found none
     * @param versions digests by page id
     * @param confidence the probability, 0..1, that the first page is right
     */
    public record Answered(String question, String language, List<String> pages, @Nullable String firstPage,
            Map<String, String> versions, double confidence, AnswerOutcome outcome) {

        /** The page that the answer rests on: the first cited, or else the first found. */
        public Optional<String> page() {
            return pages.isEmpty() ? Optional.ofNullable(firstPage) : Optional.of(pages.getFirst());
        }
    }
}
