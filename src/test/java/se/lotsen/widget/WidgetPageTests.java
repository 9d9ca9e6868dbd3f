package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import se.lotsen.testing.ServiceTest;

/** Help for web editors and the accessibility statement, as a browser without JavaScript gets them. */
@ServiceTest
class WidgetPageTests {
    @LocalServerPort
    int port;

    @Autowired
    private CurrentLook look;

    private WebTestClient browser;

    @BeforeEach
    void open() {
        browser = WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.ACCEPT, "text/html").build();
    }

    @Test
    void theTagHasOurOriginAndTheChoices() {
        assertThat(get("/widget")).contains(
                "&lt;script src=&quot;http://localhost:" + port + "/loader.js&quot; async&gt;&lt;/script&gt;",
                "/fraga&quot;&gt;Fråga Lindåkra kommun&lt;/a&gt;&lt;/noscript&gt;",
                "<script src=\"/loader.js\" async></script>");
        assertThat(get("/widget?sprak=ar&sida=start")).contains(
                "/loader.js&quot; async data-lang=&quot;ar&quot; data-position=&quot;start&quot;&gt;",
                "<script src=\"/loader.js\" async data-lang=\"ar\" data-position=\"start\"></script>");
        assertThat(get("/widget?sprak=%22%3E%3Cscript%3E&sida=x")).doesNotContain("data-lang",
                "data-position", "\"><script>");
    }

    @Test
    void everyPairOfColoursIsShownWithItsRatio() {
        assertThat(get("/widget"))
                .contains("text #1c2524", "ground #ffffff", "15,67:1", "4,50:1", "3,00:1", "brand #0b4f4a")
                .doesNotContain("??");
    }

    @Test
    void aPolicyIsReadWithoutScripts() {
        assertThat(policy("default-src 'self'; frame-src 'none'")).contains("default-src bestämmer i dag",
                "script-src &#39;self&#39; http://localhost:" + port + ";", "frame-src ska utökas",
                "frame-src http://localhost:" + port + ";").doesNotContain("??");
        assertThat(policy("script-src 'strict-dynamic'")).contains("nonce", "Policyn begränsar inte det.");
        assertThat(policy("")).contains("Det finns ingen policy i texten.");
        assertThat(policy("</textarea><script>x</script>")).doesNotContain("<script>x");
    }

    @Test
    void theStatementNamesWhatTheEditorsFileNames() {
        Statement statement = look.now().statement();
        assertThat(get("/tillganglighet"))
                .contains(statement.authority(), "href=\"" + statement.authorityUrl() + "\"",
                        statement.method(), "29 november 2026", "tel:0313900600",
                        "Vi känner inte till några brister.", "href=\"/fraga\"")
                .doesNotContain("??", "<table");
    }

    @Test
    void sourcePagesHaveTheTagAndTheFirstPageHasNot() {
        assertThat(get("/knowledge/bygglov")).contains("<script src=\"/loader.js\" async></script>");
        assertThat(get("/")).doesNotContain("/loader.js").contains("href=\"/tillganglighet\"");
    }

    private String get(String path) {
        return html(browser.get().uri(java.net.URI.create("http://localhost:" + port + path)));
    }

    private String policy(String policy) {
        return html(browser.post().uri("/widget").body(BodyInserters.fromFormData("policy", policy)));
    }

    private static String html(WebTestClient.RequestHeadersSpec<?> request) {
        return Objects.requireNonNull(
                request.exchange().expectStatus().isOk().expectBody(String.class).returnResult()
                        .getResponseBody());
    }
}
