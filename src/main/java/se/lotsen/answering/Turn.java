package se.lotsen.answering;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import se.lotsen.languagemodel.ModelUse;

/**
 * One question on its way to its answer.
 *
 * @param use what it asks of the models
 * @param stop when it ends, no model is waited for any more
 */
record Turn(Question question, ModelUse use, Publisher<?> stop) {

    /** What a model says as long as the turn is not stopped; one that is stopped already asks nothing. */
    <T> Flux<T> untilStopped(Flux<T> asked) {
        return Flux.defer(() -> {
            AtomicBoolean stopped = new AtomicBoolean();
            return Flux.defer(() -> stopped.get() ? Flux.<T>empty() : asked)
                    .takeUntilOther(Mono.from(stop).doOnTerminate(() -> stopped.set(true)));
        });
    }
}
