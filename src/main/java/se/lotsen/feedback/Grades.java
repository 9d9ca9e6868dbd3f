package se.lotsen.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.feedback.Grade.Answered;

/**
 * What staff think of answers: one grade for each answer and account, which can be changed and taken back. Refuses an
 * answer that is not finished. Who may grade is the caller's to know. It blocks: call it from {@code boundedElastic}.
 */
public class Grades {
    private final Attachments attachments;
    private final ConversationStore conversations;

    Grades(Attachments attachments, ConversationStore conversations) {
        this.attachments = attachments;
        this.conversations = conversations;
    }

    /**
     * Sets or takes back the grade of this account; a repeat under the same key changes nothing, also when another grade
     * was given since.
     *
     * @param mark null to take it back
     * @return false, and nothing is stored, when there is no such answer
     */
    public boolean put(ConversationId conversation, IdempotencyKey key, int answer, Agent by,
            @Nullable Mark mark) {
        // Read before the lock: a finished answer never changes.
        Optional<Answered> of = answered(conversation, answer);
        of.ifPresent(graded -> attachments.write(conversation, held -> {
            String request = "grade\n%d\n%s\n%s".formatted(answer, by.account(),
                    mark == null ? "none" : mark.code());
            boolean first = held.isFirst(key, request);
            GradeTable table = new GradeTable(held.database());
            if (first) {
                table.remove(conversation, answer, by.account());
                if (mark != null) {
                    table.add(new Grade(conversation, answer, by, mark, held.now(), graded));
                }
            }
            return first;
        }));
        return of.isPresent();
    }

    private Optional<Answered> answered(ConversationId conversation, int answer) {
        return AnswerReader.read(conversations.eventsAfter(conversation, 0), answer,
                conversations.explanationOf(conversation, answer).map(AnswerExplanation::document)
                        .orElse(null));
    }

    /** All grades of a conversation, by answer and then oldest first. */
    public List<Grade> of(ConversationId conversation) {
        return attachments.read(database -> new GradeTable(database).of(conversation));
    }

    /** The latest grades of these marks, newest first. */
    public List<Grade> latest(Collection<Mark> marks, int limit) {
        return marks.isEmpty()
                ? List.of()
                : attachments.read(database -> new GradeTable(database).latest(marks, limit));
    }

    /** Every grade's mark that was given from one moment up to, not including, another; in no order. */
    public List<Mark> marks(Instant from, Instant to) {
        return attachments.read(database -> new GradeTable(database).marks(from, to));
    }

    /** All grades; those of one answer stand together. */
    List<Grade> all() {
        return attachments.read(database -> new GradeTable(database).all());
    }
}
