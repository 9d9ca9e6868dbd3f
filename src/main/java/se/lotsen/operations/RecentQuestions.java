package se.lotsen.operations;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.ConversationEvent.Completed;

/**
 * How the last {@link #LAST} questions of this process ended that the confidence decided about, for seeing that it drifts away
 * from what it was calibrated on. It holds outcomes and probabilities, no question.
 */
final class RecentQuestions implements ObservationHandler<Observation.Context> {
    static final int LAST = 500;
    private final Deque<Completed> last = new ArrayDeque<>();

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context.getName() != null && context.getName().equals("lotsen.question");
    }

    @Override
    public void onStop(Observation.Context context) {
        Completed completed = context.get(Completed.class);
        if (completed != null && isDecided(completed.kind())) {
            synchronized (last) {
                last.addLast(completed);
                if (last.size() > LAST) {
                    last.removeFirst();
                }
            }
        }
    }

    /** Cards, greetings and referrals come from rules. */
    private static boolean isDecided(AnswerKind kind) {
        return switch (kind) {
            case ANSWERED, CLARIFY, HANDOVER, NO_ANSWER -> true;
            case REFERRED, EMERGENCY, DECLINED, GREETING, FAILED -> false;
        };
    }

    int count() {
        return copy().size();
    }

    /** The share that ended so, 0..1; NaN before the first question. */
    double share(AnswerKind kind) {
        List<Completed> all = copy();
        return all.isEmpty() ? Double.NaN : (double) count(all, one -> one.kind() == kind) / all.size();
    }

    /** The share of right answers among the answered that the calibration promises, 0..1; NaN before the first answer. */
    double promisedRight() {
        OptionalDouble mean = copy().stream().filter(one -> one.kind() == AnswerKind.ANSWERED)
                .mapToDouble(Completed::confidence).average();
        return mean.orElse(Double.NaN);
    }

    private List<Completed> copy() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private static long count(List<Completed> all, Predicate<Completed> which) {
        return all.stream().filter(which).count();
    }
}
