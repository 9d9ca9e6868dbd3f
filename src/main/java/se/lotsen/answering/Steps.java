package se.lotsen.answering;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;
import se.lotsen.languagemodel.ModelUse;

/**
 * The steps of an answer as metrics and traces see them: their names and how long they took, never a word. They belong to
 * the observation that whoever subscribes has put into the context; where there is none, nothing is watched.
 */
final class Steps {
    private Steps() {
    }

    static ModelUse use(Question question, ContextView context) {
        Observation within = context.getOrDefault(ObservationThreadLocalAccessor.KEY, Observation.NOOP);
        return new ModelUse(question.conversation(), within == null ? Observation.NOOP : within);
    }

    static <T> T of(Turn turn, String name, Supplier<T> work) {
        Observation step = begin(turn, name);
        try (Observation.Scope here = step.openScope()) {
            return work.get();
        } finally {
            step.stop();
        }
    }

    static <T> Flux<T> of(Turn turn, String name, Flux<T> work) {
        return Flux.using(() -> begin(turn, name), step -> work, Observation::stop);
    }

    private static Observation begin(Turn turn, String name) {
        Observation within = turn.use().within();
        return Observation.createNotStarted(name, within.getObservationRegistry()).parentObservation(within)
                .start();
    }
}
