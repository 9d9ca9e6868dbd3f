package se.lotsen.trial;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.trial.ChangedAnswer.Effect;

/**
 * One look at what some drafts would change.
 *
 * @param drafts their versions, by id: another version is another draft
 * @param total how many questions are asked; 0 until that is known
 * @param done how many are done, never less than before
 * @param finishedAt null while it is under way
 * @param result null until it is finished, and when it failed
 */
public record GateRun(UUID id, Map<UUID, Integer> drafts, State state, int total, int done, Instant startedAt,
        @Nullable Instant finishedAt, @Nullable Comparison result) {

    /** How far it has come. */
    public enum State {
        /** Questions are being asked. */
        RUNNING,
        /** The result is there. */
        DONE,
        /** It could not be carried out; nothing was changed. */
        FAILED
    }

    GateRun started(int questions) {
        return new GateRun(id, drafts, state, questions, done, startedAt, finishedAt, result);
    }

    GateRun at(int questions) {
        return new GateRun(id, drafts, state, total, Math.max(done, questions), startedAt, finishedAt,
                result);
    }

    GateRun ended(Instant now, @Nullable Comparison found) {
        return new GateRun(id, drafts, found == null ? State.FAILED : State.DONE, total, done, startedAt, now,
                found);
    }

    /** Whether it is over and says something. */
    public boolean isFinished() {
        return state == State.DONE;
    }

    /** How many answers change in this way. */
    public long count(Effect effect) {
        return result == null ? 0 : result.count(effect);
    }
}
