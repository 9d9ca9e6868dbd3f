package se.lotsen.asking;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.Locale;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import se.lotsen.conversation.ConversationEvent;

/**
 * One question as metrics and traces see it, {@code lotsen.question}: its kind and outcome once it is answered, and how long
 * that took; never a word, a language or a conversation.
 */
final class ObservedQuestion {
    private static final String UNKNOWN = "none";
    private final Observation observation;
    private volatile String kind = UNKNOWN;
    private volatile String outcome = UNKNOWN;

    private ObservedQuestion(Observation observation) {
        this.observation = observation;
    }

    /** A step of what this thread is just doing, such as the request that asks. */
    static ObservedQuestion begin(ObservationRegistry observations) {
        return new ObservedQuestion(Observation.start("lotsen.question", observations));
    }

    /** For whoever subscribes further up: the observation of which their steps are a part. */
    Context into(Context context) {
        return context.put(ObservationThreadLocalAccessor.KEY, observation).put(ObservedQuestion.class, this);
    }

    /** Something of the answer is stored; its last event says how it ended. */
    static void stored(ContextView context, ConversationEvent last) {
        ObservedQuestion observed = context.getOrDefault(ObservedQuestion.class, null);
        if (observed != null && last instanceof ConversationEvent.Completed completed) {
            observed.observation.getContext().put(ConversationEvent.Completed.class, completed);
            observed.kind = completed.kind().wireName();
            observed.outcome = completed.outcome().name().toLowerCase(Locale.ROOT);
        }
    }

    void stop() {
        observation.lowCardinalityKeyValue("kind", kind).lowCardinalityKeyValue("outcome", outcome).stop();
    }
}
