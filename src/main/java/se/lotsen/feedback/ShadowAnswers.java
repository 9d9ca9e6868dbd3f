package se.lotsen.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.QuestionHistory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of topics in shadow: made, kept and shown to no citizen, for editors who grade them before the topic is released.
 * Those of secret queues are left out, as in every list for editors. It blocks.
 */
final class ShadowAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BACK = Duration.ofDays(30);
    static final int SHOWN = 100;
    private final QuestionHistory history;
    private final ConversationStore conversations;
    private final Grades grades;
    private final Clock clock;

    ShadowAnswers(QuestionHistory history, ConversationStore conversations, Grades grades, Clock clock) {
        this.history = history;
        this.conversations = conversations;
        this.grades = grades;
        this.clock = clock;
    }

    /**
     * An answer that nobody was shown.
     *
     * @param question masked
     * @param sentences what would have been said, each with the address of its passage
     * @param own the mark that the one who looks has given; null for none
     */
    record ShadowAnswer(ConversationId conversation, int answer, Instant at, String question,
            List<Sentence> sentences, @Nullable Mark own) {
    }

    /** A sentence and where it stands. */
    record Sentence(String text, String url) {
    }

    /** The latest first, at most {@link #SHOWN}. */
    List<ShadowAnswer> latest(String account) {
        return tried().map(question -> answer(question, account)).limit(SHOWN).toList();
    }

    private Stream<PastQuestion> tried() {
        Instant now = clock.instant();
        return history.asked(now.minus(BACK), now.plusSeconds(1)).stream()
                .filter(question -> question.outcome() == AnswerOutcome.NOT_ANSWERED_SHADOW)
                .sorted(Comparator.comparing(PastQuestion::at).reversed());
    }

    private ShadowAnswer answer(PastQuestion question, String account) {
        Optional<Mark> own = grades.of(question.conversation()).stream()
                .filter(grade -> grade.answer() == question.answer() && grade.by().account().equals(account))
                .map(Grade::mark).findFirst();
        return new ShadowAnswer(question.conversation(), question.answer(), question.at(),
                question.text().value(),
                conversations.explanationOf(question.conversation(), question.answer())
                        .map(AnswerExplanation::document).map(ShadowAnswers::sentences).orElse(List.of()),
                own.orElse(null));
    }

    private static List<Sentence> sentences(String explanation) {
        try {
            JsonNode sentences = JSON.readTree(explanation).path("withheld").path("sentences");
            return sentences.valueStream().map(sentence -> new Sentence(sentence.path("text").asString(""),
                    sentence.path("source").path("url").asString(""))).toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** @return false, and nothing is stored, for what is no answer in shadow */
    boolean grade(ConversationId conversation, IdempotencyKey key, int answer, Agent by, Mark mark) {
        return tried().anyMatch(
                question -> question.conversation().equals(conversation) && question.answer() == answer)
                && grades.put(conversation, key, answer, by, mark);
    }
}
