package se.lotsen.operations;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The last gate before traces leave the house: only the attributes listed here pass, and of a fault its class alone. A fault's
 * message may repeat what somebody typed, and an attribute that a library adds one day may, too.
 */
final class ContentFreeSpans implements SpanExporter {
    /** Names of ours, and those of the OpenTelemetry conventions that hold codes; no address, as a path can hold what is typed. */
    private static final Set<String> KNOWN = Set.of("kind", "outcome", "model", "end", "method", "status",
            "uri",
            "exception", "error", "code.namespace", "code.function", "spring.security.reached.filter.name");
    private static final AttributeKey<String> FAULT = AttributeKey.stringKey("exception.type");
    private static final String EXCEPTION = "exception";
    private final SpanExporter exporter;

    ContentFreeSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Stripped::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Stripped extends DelegatingSpanData {
        private final SpanData span;

        Stripped(SpanData span) {
            super(span);
            this.span = span;
        }

        @Override
        public Attributes getAttributes() {
            return span.getAttributes().toBuilder().removeIf(key -> !KNOWN.contains(key.getKey())).build();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(span.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return span.getEvents().stream().filter(event -> event.getName().equals(EXCEPTION))
                    .map(event -> EventData.create(event.getEpochNanos(), event.getName(), fault(event)))
                    .toList();
        }

        private static Attributes fault(EventData event) {
            String type = event.getAttributes().get(FAULT);
            return type == null ? Attributes.empty() : Attributes.of(FAULT, type);
        }
    }
}
