package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.TimeUnit;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;

/** One question as the municipality's own tools see it, from the request to the model, and what they must not see. */
@ServiceTest
@ContextConfiguration(initializers = ObservedService.class)
class TracesTests {
    private static final String CANARY = "kanariefågelsexton";
    @LocalServerPort
    private int port;
    @Autowired
    private SdkTracerProvider tracing;

    @Test
    void aQuestionIsOneTraceFromTheRequestToTheModelAndHoldsNoWordOfIt() {
        ChatClient citizen = new ChatClient(port);
        tracing.forceFlush().join(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        ObservedService.TRACES.forget();
        ObservedService.MODEL.forget();
        try (LogCapture log = new LogCapture()) {
            citizen.ask(citizen.start(), "när har återvinningscentralen öppet " + CANARY);
            // What makes a fault: its message would repeat what was typed.
            citizen.post("/api/conversations", Map.of(ChatClient.KEY, CANARY), "");
            citizen.get("/" + CANARY + "?fraga=" + CANARY, Map.of());
            assertThat(tracing.forceFlush().join(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS)
                    .isSuccess()).isTrue();
            assertThat(String.join("\n", log.lines())).doesNotContain(CANARY);
        }
        List<Span> spans = ObservedService.TRACES.spans();
        Span question = spans.stream().filter(span -> span.getName().equals("lotsen.question")).findFirst()
                .orElseThrow();
        Map<String, Span> ours = spans.stream()
                .filter(span -> span.getTraceId().equals(question.getTraceId()))
                .collect(Collectors.toMap(Span::getName, Function.identity(), (one, other) -> one));
        assertThat(ours).containsKeys("lotsen.screening", "lotsen.retrieval", "lotsen.voice", "model");
        assertThat(ours.keySet()).as("the request that asked").anyMatch(name -> name.startsWith("http post"));
        for (String step : List.of("lotsen.screening", "lotsen.retrieval", "lotsen.voice", "model")) {
            assertThat(ours.get(step).getParentSpanId()).as(step).isEqualTo(question.getSpanId());
        }
        assertThat(ObservedService.MODEL.calls()).isNotEmpty().allSatisfy(
                call -> assertThat(call.header("traceparent").orElse("none in " + call.headers().keySet()))
                        .startsWith("00-" + hex(question.getTraceId().toByteArray()) + "-"));
        assertThat(ObservedService.MODEL.calls())
                .anySatisfy(call -> assertThat(call.header("traceparent").orElse(""))
                        .contains(hex(ours.get("model").getSpanId().toByteArray())));
        assertThat(ObservedService.TRACES.everything()).doesNotContain(CANARY);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
