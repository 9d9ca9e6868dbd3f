package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import se.lotsen.testing.LogCapture;

/** What failed is told to an operator without what was asked. */
class ContentFreeFaultsTests {
    @Test
    void theLogNamesTheRouteAndNeverTheQuery() {
        ContentFreeFaults faults = new ContentFreeFaults(new DefaultErrorAttributes(),
                new WebProperties().getResources(), new ErrorProperties(), new StaticApplicationContext());
        ServerCodecConfigurer codecs = ServerCodecConfigurer.create();
        faults.setMessageWriters(codecs.getWriters());
        faults.setMessageReaders(codecs.getReaders());
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest
                .get("/editor/prova/7?fraga=min-granne-dricker&_csrf=t0ken")
                .accept(MediaType.APPLICATION_JSON));
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                new PathPatternParser().parse("/editor/prova/{id}"));
        try (LogCapture log = new LogCapture()) {
            faults.handle(exchange, new IllegalStateException("broken")).block();
            assertThat(log.lines()).filteredOn(line -> line.contains("ContentFreeFaults")).singleElement()
                    .asString().contains("GET /editor/prova/{id}", "broken");
            assertThat(log.lines()).noneMatch(line -> line.contains("granne") || line.contains("t0ken"));
        }
        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(500);
    }
}
