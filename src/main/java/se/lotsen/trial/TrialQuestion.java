package se.lotsen.trial;

import org.jspecify.annotations.Nullable;
import se.lotsen.evaluation.QuestionRow;

/**
 * A question that is asked to try something out.
 *
 * @param id unique among those that are asked together
 * @param text without personal data
 * @param times how often residents have asked it in these words; 1 for a test question
 * @param row what is expected; null for a question of which nobody has said that
 */
public record TrialQuestion(String id, String text, int times, @Nullable QuestionRow row) {

    /** Whether somebody has said what the right answer is. */
    public boolean isGolden() {
        return row != null;
    }
}
