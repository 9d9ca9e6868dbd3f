package se.lotsen.languagemodel.langchain4j;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import se.lotsen.languagemodel.ModelUse;

/**
 * One call of a model as metrics and traces see it: which model, and how it ended; never a word of what was asked or said. A
 * provider's error is told by its reason alone, as its text may repeat the question.
 */
final class ObservedCall {
    private static final String TRACE = "traceparent";
    /** In the header's last field, W3C Trace Context 3.2.2.5: whoever called has recorded the trace. */
    private static final int SAMPLED = 1;
    private final Observation observation;
    private final Map<String, String> headers;
    private volatile String end = "CANCELLED";

    private ObservedCall(Observation observation, Map<String, String> headers) {
        this.observation = observation;
        this.headers = headers;
    }

    static ObservedCall begin(String model, ModelUse use) {
        Observation within = use.within();
        Map<String, String> headers = new HashMap<>();
        SenderContext<Map<String, String>> context = new SenderContext<>(
                (carrier, name, value) -> headers.put(name, value), Kind.CLIENT);
        context.setCarrier(headers);
        Observation observation = Observation
                .createNotStarted("lotsen.model", () -> context, within.getObservationRegistry())
                .contextualName("model").parentObservation(within).lowCardinalityKeyValue("model", model)
                .start();
        return new ObservedCall(observation, headers);
    }

    /** What the request carries besides; empty where no trace is recorded: a provider learns no ids for nothing. */
    Map<String, String> headers() {
        String trace = headers.getOrDefault(TRACE, "");
        boolean recorded = trace.matches("[0-9a-f-]+-[0-9a-f]{2}")
                && (Integer.parseInt(trace.substring(trace.length() - 2), 16) & SAMPLED) != 0;
        return recorded ? Map.of(TRACE, trace) : Map.of();
    }

    /** @param how {@code COMPLETE}, or the reason of the failure; without one the call counts as cancelled */
    void ended(String how) {
        end = how;
    }

    /** Once. */
    void stop() {
        observation.lowCardinalityKeyValue("end", end).stop();
    }
}
