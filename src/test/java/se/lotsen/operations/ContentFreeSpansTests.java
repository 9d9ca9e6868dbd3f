package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a span carries that is not known does not leave the house. */
class ContentFreeSpansTests {

    @Test
    void unknownAttributesAndWhatAFaultSaysStayHere() {
        List<SpanData> sent = new ArrayList<>();
        try (SdkTracerProvider tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new ContentFreeSpans(into(sent)))).build()) {
            Span span = tracing.get("test").spanBuilder("lotsen.question").startSpan();
            span.setAttribute("outcome", "answered").setAttribute("question", "kanarie")
                    .setAttribute("http.url", "/kanarie").setStatus(StatusCode.ERROR, "kanarie");
            span.recordException(new IllegalStateException("kanarie"));
            span.addEvent("kanarie.event", Attributes
                    .of(AttributeKey.stringKey("said"), "kanarie"));
            span.end();
        }
        assertThat(sent).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().asMap()).hasSize(1)
                    .containsEntry(AttributeKey.stringKey("outcome"), "answered");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEmpty();
            assertThat(span.getEvents()).singleElement()
                    .satisfies(fault -> assertThat(fault.getAttributes().asMap())
                            .hasSize(1).containsEntry(AttributeKey.stringKey("exception.type"),
                                    "java.lang.IllegalStateException"));
        });
    }

    private static SpanExporter into(List<SpanData> sent) {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                sent.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
