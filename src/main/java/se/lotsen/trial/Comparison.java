package se.lotsen.trial;

import java.util.List;
import se.lotsen.trial.ChangedAnswer.Effect;

/**
 * What a change of the knowledge base does to answers.
 *
 * @param asked how many questions were asked of both states
 * @param golden how many of them are test questions
 * @param rightBefore test questions that are answered as expected now
 * @param rightAfter the same after the change
 * @param changes those that a resident would see, what became worse first
 */
public record Comparison(int asked, int golden, int rightBefore, int rightAfter,
        List<ChangedAnswer> changes) {

    /** Changes of one kind. */
    public List<ChangedAnswer> of(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).toList();
    }

    /** How many changes are of one kind. */
    public long count(Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }

    /** Whether a test question is answered worse. */
    public boolean hasRegressions() {
        return changes.stream().anyMatch(change -> change.effect() == Effect.REGRESSION);
    }
}
