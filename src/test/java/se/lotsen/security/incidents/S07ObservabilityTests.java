package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.ServiceTest;

/** S7, Dify CVE-2026-41947 ("DifyTap"): somebody else's tracing was turned on over HTTP and chats flowed out. */
@ServiceTest
class S07ObservabilityTests extends TownTests {
    private static final Set<String> HARMLESS = Set.of("", "health", "metrics", "prometheus", "info");

    @Test
    void observabilityIsReadAndNeverSetOverHttp() {
        List<Route> routes = Route.listed().stream().filter(route -> route.path().startsWith("/actuator"))
                .toList();
        assertThat(routes).isNotEmpty().allMatch(Route::reads);
        assertThat(routes).allSatisfy(route -> assertThat(HARMLESS)
                .contains(route.path().replaceFirst("^/actuator/?", "").replaceFirst("/.*", "")));
        for (String name : List.of("env", "loggers", "configprops", "heapdump", "threaddump", "httpexchanges",
                "beans",
                "mappings", "shutdown", "refresh", "logfile", "jolokia", "gateway")) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                assertThat(town.caller
                        .send(method, "/actuator/" + name, Map.of(),
                                method.equals("POST") ? "application/json" : null, "{}")
                        .status()).as(method + " " + name).isEqualTo(404);
            }
        }
    }

    @Test
    void noRoomSetsWhereTracesAndMetricsGo() {
        assertThat(Sources.containing(Sources.of("src/main/java", "Controller.java"),
                "otlp|OtlpHttp|SpanExporter|setEndpoint|LoggingSystem|setLogLevel")).isEmpty();
    }
}
