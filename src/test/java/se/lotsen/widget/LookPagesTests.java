package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import se.lotsen.testing.ServiceTest;

/** What browsers get of the look, and who may frame what. */
@ServiceTest
class LookPagesTests {
    @LocalServerPort
    int port;

    private WebTestClient browser;

    @BeforeEach
    void open() {
        browser = WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port).build();
    }

    @Test
    void theStyleSheetIsKeptForAMinuteAndThenAskedForByItsTag() {
        EntityExchangeResult<String> css = get("/look.css");
        assertThat(css.getResponseHeaders().getContentType()).hasToString("text/css;charset=UTF-8");
        assertThat(css.getResponseHeaders().getCacheControl()).isEqualTo("max-age=60, public");
        assertThat(css.getResponseBody()).contains("--brand:#0b4f4a");
        browser.get().uri("/look.css").header(HttpHeaders.IF_NONE_MATCH, css.getResponseHeaders().getETag())
                .exchange().expectStatus().isNotModified();
    }

    @Test
    void theMarkIsAPictureThatMayDoNothing() {
        HttpHeaders headers = get("/look/logo").getResponseHeaders();
        assertThat(headers.getContentType()).hasToString("image/svg+xml");
        assertThat(headers.get("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theChatMayBeFramedByOurOwnPagesUnlessOthersAreNamed() {
        assertThat(policy("/chat")).endsWith("; frame-ancestors 'self'").contains("frame-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fraga", "/widget", "/knowledge/bygglov", "/desk", "/staff/sign-in",
            "/look.css", "/chat/page.js",
            "/chat/", "//chat", "/api/docs", "/%63hat"})
    void nothingElseMayBeFramed(String path) {
        assertThat(policy(path)).endsWith("; frame-ancestors 'none'");
    }

    private String policy(String path) {
        return Objects.requireNonNull(
                get(java.net.URI.create("http://localhost:" + port + path)).getResponseHeaders()
                        .getFirst("Content-Security-Policy"));
    }

    private EntityExchangeResult<String> get(String path) {
        return get(java.net.URI.create("http://localhost:" + port + path));
    }

    private EntityExchangeResult<String> get(java.net.URI uri) {
        return browser.get().uri(uri).exchange().expectBody(String.class).returnResult();
    }
}
