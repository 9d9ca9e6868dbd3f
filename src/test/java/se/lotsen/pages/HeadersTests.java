package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import se.lotsen.widget.AllowedSites;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.RawHttp;
import se.lotsen.testing.ServiceTest;

/** What every answer tells a browser, and what a browser of another site may not send. */
@ServiceTest
class HeadersTests {
    @LocalServerPort
    private int port;
    private ChatClient client;

    @BeforeEach
    void open() {
        client = new ChatClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/fraga", "/widget", "/loader.js", "/lotsen.css",
            "/knowledge/bygglov",
            "/finns-inte", "/api/conversations/00000000-0000-0000-0000-000000000001/events",
            "/api/finns-inte",
            "/api/docs", "/actuator/health", "/actuator/metrics", "/staff/sign-in", "/desk", "/editor",
            "/operations", "/records", "/staff/welcome?token=fel", "/%61ctuator/env"})
    void everyAnswerIsGuarded(String path) {
        HttpResponse<String> answer = client.get(path, Map.of("Accept", "*/*"));
        HttpHeaders headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
                "object-src 'none'", "base-uri 'none'", "script-src 'self'", "form-action 'self'",
                "frame-ancestors " + (path.equals("/chat") ? "'self'" : "'none'"))
                .doesNotContain("unsafe", "*", "data:");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains(
                List.of("/chat", "/loader.js").contains(path) ? "cross-origin" : "same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()",
                "microphone=()", "geolocation=()");
        assertThat(headers.allValues("Access-Control-Allow-Origin")).as("no other site reads an answer")
                .isEmpty();
        assertThat(headers.allValues("Server")).isEmpty();
        assertThat(headers.allValues("X-Powered-By")).isEmpty();
        assertThat(headers.allValues("Strict-Transport-Security")).as("only when its owner says so")
                .isEmpty();
        if (!answer.body().isEmpty()) {
            assertThat(headers.firstValue("Content-Type")).isPresent();
        }
    }

    @Test
    void anOwnerMaySayThatTheAddressSpeaksHttpsOnly() {
        assertThat(new TransportProperties(Duration.ofDays(365), true).header())
                .isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(new TransportProperties(Duration.ofDays(365), false).header())
                .isEqualTo("max-age=31536000");
        assertThat(new TransportProperties(null, true).header()).isNull();
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        new SecurityHeaders(sites(), new TransportProperties(Duration.ofDays(365), true))
                .filter(exchange, on -> Mono.empty()).block();
        assertThat(exchange.getResponse().getHeaders().getFirst("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
    }

    @ParameterizedTest
    @CsvSource({"https://www.kommun.example,/api/conversations,true",
            "https://www.kommun.example.evil.example,/api/conversations,false",
            "http://www.kommun.example,/api/conversations,false", "https://www.kommun.example,/fraga,false",
            "https://www.kommun.example,/staff/sign-in,false", "https://www.kommun.example,/apiary,false",
            "null,/api/conversations,false"})
    void aSiteThatMayShowTheChatMayUseTheApiAndNoForm(String origin, String path, boolean taken) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post(path)
                .header("Origin", origin).header("Sec-Fetch-Site", "cross-site"));
        StepVerifier.FirstStep<Void> answer = StepVerifier
                .create(new ForeignForms(sites()).filter(exchange, on -> Mono.empty()));
        if (taken) {
            answer.verifyComplete();
        } else {
            answer.verifyError(ResponseStatusException.class);
        }
    }

    @Test
    void behindAProxyThatSaysSoOurOwnOriginIsTheOneOutside() {
        StepVerifier.create(new ForeignForms(sites()).filter(MockServerWebExchange.from(MockServerHttpRequest
                .post("https://fraga.kommun.example:443/api/conversations").header("Host", "10.0.0.7:8080")
                .header("Origin", "https://fraga.kommun.example")), on -> Mono.empty())).verifyComplete();
    }

    private static AllowedSites sites() {
        AllowedSites sites = Mockito.mock(AllowedSites.class);
        Mockito.when(sites.frameAncestors()).thenReturn("'self'");
        Mockito.when(sites.admits("https://www.kommun.example")).thenReturn(true);
        return sites;
    }

    @ParameterizedTest
    @CsvSource({"Origin,https://evil.example,403", "Origin,http://localhost:1,403", "Origin,%%%,403",
            "Sec-Fetch-Site,cross-site,403", "Sec-Fetch-Site,same-site,403", "Sec-Fetch-Site,same-origin,201",
            "X-Program,yes,201"})
    void anotherSiteCannotUseTheApiInSomebodysName(String header, String value, int status) {
        HttpResponse<String> answer = client.post("/api/conversations",
                Map.of(ChatClient.KEY, ChatClient.newKey(), header, value), "");
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).doesNotContain("token");
        }
    }

    @Test
    void ourOwnPageUsesTheApi() {
        assertThat(client.post("/api/conversations", Map.of(ChatClient.KEY, ChatClient.newKey(), "Origin",
                "http://127.0.0.1:" + port), "").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aMessageWithTwoLengthsIsReadOnceOrNotAtAll() {
        String answer = raw("POST /api/conversations HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /actuator/health HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/finns-inte", "/api/finns-inte", "/desk/accounts/ingen", "/knowledge/%00",
            "/api/conversations/inte-ett-id/events", "/staff/oidc/x", "/staff/welcome?token=%00"})
    void aFaultTellsNothingOfTheInside(String path) {
        assertThat(client.get(path, Map.of("Accept", "*/*")).body()).doesNotContain("java.", "Exception",
                "se.lotsen", "at org.", "\"trace\"", "select ", "jdbc:");
    }

    @Test
    void noOtherSiteIsAnsweredBeforehand() {
        String preflight = raw("OPTIONS /api/conversations HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: x-conversation-token\r\nConnection: close\r\n\r\n");
        assertThat(preflight).doesNotContainIgnoringCase("access-control-allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/conversations", "/staff", "/lotsen.css"})
    void traceIsNotServed(String path) {
        String answer = raw("TRACE " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nX-Secret: hemligt\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("hemligt").doesNotStartWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/", "/desk/", "/editor/", "/static/", "/.git/config", "/.env", "/WEB-INF/",
            "/META-INF/spring.factories", "/application.yaml", "/..%2fapplication.yaml"})
    void nothingIsListedAndNothingOfTheBuildIsServed(String path) {
        assertThat(client.get(path, Map.of("Accept", "*/*")).statusCode()).isIn(303, 400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fraga", "/staff/sign-in", "/staff/welcome?token=fel", "/desk",
            "/api/conversations/00000000-0000-0000-0000-000000000001/events"})
    void whatIsSomebodysIsKeptByNoCache(String path) {
        assertThat(client.get(path, Map.of("Accept", "*/*")).headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    private String raw(String request) {
        try {
            return new RawHttp(port).send(request.getBytes(StandardCharsets.US_ASCII), 10_000, false).text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
