package se.lotsen.operations;

import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A collector of traces that speaks OTLP over HTTP and keeps what it is sent. */
final class TraceReceiver {
    private final HttpServer server;
    private final Queue<ExportTraceServiceRequest> received = new ConcurrentLinkedQueue<>();

    TraceReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", exchange -> {
            received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** What others have asked before. */
    void forget() {
        received.clear();
    }

    List<Span> spans() {
        return received.stream().flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream()).toList();
    }

    /** All that was sent, to be read. */
    String everything() {
        StringBuilder text = new StringBuilder();
        received.forEach(
                request -> text.append(TextFormat.printer().escapingNonAscii(false).printToString(request)));
        return text.toString();
    }
}
