package se.lotsen.answering;

import java.util.List;
import java.util.Optional;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.privacy.MaskedText;

/**
 * What is asked, and where in its conversation.
 *
 * @param text without personal data
 * @param language that the question is written in, such as {@code sv}
 * @param number the question's place in the conversation, from 1
 * @param earlier the conversation's last turns, oldest first
 * @param conversation its id, for counting what it costs; {@link #ALONE} for a question that belongs to none
 * @param byStaff whether one of the staff asks, such as for a caller on the phone
 */
public record Question(MaskedText text, String language, int number, List<EarlierTurn> earlier,
        String conversation, boolean byStaff) {
    /** All questions outside conversations count as one. */
    public static final String ALONE = "alone";

    /** A citizen's question. */
    public Question(MaskedText text, String language, int number, List<EarlierTurn> earlier,
            String conversation) {
        this(text, language, number, earlier, conversation, false);
    }

    /** A question outside a stored conversation. */
    public Question(MaskedText text, String language, int number, List<EarlierTurn> earlier) {
        this(text, language, number, earlier, ALONE);
    }

    Optional<EarlierTurn> last() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    /** Whether the citizen was asked to stop abusing the assistant before, as far back as the turns are known. */
    boolean wasWarned() {
        return earlier.stream().map(EarlierTurn::outcome)
                .anyMatch(outcome -> outcome == AnswerOutcome.ABUSE_WARNED
                        || outcome == AnswerOutcome.ABUSE_ENDED);
    }
}
