package se.lotsen.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.feedback.Grade;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Mark;

/** Grades of a case's answers, by those who may see the case; it does not exist for anybody else. It blocks. */
final class AnswerGrades {
    /** What a form says to take a grade back. */
    static final String NONE = "none";
    private final Grades grades;
    private final CaseBook book;

    AnswerGrades(Grades grades, CaseBook book) {
        this.grades = grades;
        this.book = book;
    }

    /**
     * What is thought of one answer.
     *
     * @param own the colleague's own mark; null for none
     */
    record Given(@Nullable Mark own, List<Grade> others) {
    }

    /** The grades of a conversation, for a page; what templates call is public. */
    record Shown(String account, List<Grade> grades) {

        public Given of(int answer) {
            List<Grade> all = grades.stream().filter(grade -> grade.answer() == answer).toList();
            return new Given(
                    all.stream().filter(this::isOwn).map(Grade::mark).findFirst().orElse(null),
                    all.stream().filter(grade -> !isOwn(grade)).toList());
        }

        private boolean isOwn(Grade grade) {
            return grade.by().account().equals(account);
        }
    }

    Shown of(Colleague who, ConversationId conversation) {
        return new Shown(who.id(), grades.of(conversation));
    }

    /**
     * Sets, changes or takes back.
     *
     * @param code of a mark, or {@link #NONE}
     */
    void put(Colleague who, ConversationId conversation, IdempotencyKey key, int answer, String code) {
        book.standing(who, conversation);
        Mark mark = code.equals(NONE)
                ? null
                : Mark.of(code).orElseThrow(() -> new DeskRefusal(DeskRefusal.Reason.CHOICE));
        if (!grades.put(conversation, key, answer, who.agent(), mark)) {
            throw new NoSuchCase();
        }
    }
}
