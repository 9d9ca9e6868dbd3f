package se.lotsen.gaps;

import java.util.Set;
import se.lotsen.conversation.PastQuestion;

/**
 * A question that was not answered well.
 *
 * @param reasons at least one, in the order of their declaration
 */
record Miss(PastQuestion question, Set<MissReason> reasons) {

    Turn turn() {
        return Turn.of(question);
    }

    /** What was asked, without what was hidden in it. */
    String text() {
        return question.text().withoutPlaceholders().strip().replaceAll("\\s+", " ");
    }
}
