package se.lotsen.languagemodel.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.languagemodel.ModelUse;

/** What a model's server is told of a trace, and what figures are told of a call. */
class ObservedCallTests {
    private static final String ID = "00-d2f1db091ac1b51e5dc7dbfaad453cc5-326fea60da9d3bc6-";

    @ParameterizedTest
    @CsvSource({"01, true", "03, true", "00, false", "02, false", "zz, false"})
    void onlyARecordedTraceIsSentOn(String flags, boolean sent) {
        ObservedCall call = ObservedCall.begin("m", new ModelUse("c", within(new ArrayList<>(), ID + flags)));
        assertThat(call.headers()).isEqualTo(sent ? Map.of("traceparent", ID + flags) : Map.of());
        call.stop();
    }

    @Test
    void whereNobodyWatchesNothingIsSent() {
        assertThat(ObservedCall.begin("m", new ModelUse("c")).headers()).isEmpty();
    }

    @Test
    void theFiguresSayWhichModelAndHowItEndedAndNothingElse() {
        List<String> seen = new ArrayList<>();
        ObservedCall call = ObservedCall.begin("m", new ModelUse("c", within(seen, "")));
        call.ended("TIMEOUT");
        call.stop();
        ObservedCall.begin("m", new ModelUse("c", within(seen, ""))).stop();
        assertThat(seen).containsExactly("end=TIMEOUT,model=m", "end=CANCELLED,model=m");
    }

    private static Observation within(List<String> seen, String trace) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<SenderContext<Object>>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof SenderContext;
            }

            @Override
            public void onStart(SenderContext<Object> context) {
                context.getSetter().set(context.getCarrier(), "traceparent", trace);
            }

            @Override
            public void onStop(SenderContext<Object> context) {
                seen.add(context.getAllKeyValues().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .reduce((one, other) -> one + "," + other).orElse(""));
            }
        });
        return Observation.start("question", registry);
    }
}
