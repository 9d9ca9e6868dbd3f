package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
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

@ServiceTest
class LoaderTests {
    private static final int MOST_BYTES = 2_000;

    @LocalServerPort
    int port;

    private WebTestClient browser;
    private EntityExchangeResult<byte[]> served;

    @BeforeEach
    void fetch() {
        browser = WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port).build();
        served = browser.get().uri("/loader.js").exchange().expectStatus().isOk().expectBody().returnResult();
    }

    @Test
    void asServedWithAllLanguagesItIsSmall() throws IOException {
        byte[] packed = gzip(body());
        System.out.printf("loader: %,d bytes gzip; limit %,d%n", packed.length, MOST_BYTES);
        assertThat(packed.length).as("bytes").isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fråga Lindåkra kommun", "Ask Lindåkra kommun", "Kysy: Lindåkra kommun",
            "اسأل Lindåkra kommun",
            "Weydii Lindåkra kommun", "\"sv-x-lattlast\":[", "Nya svar: {0}", "\"#0b4f4a\"",
            "\"side\":\"end\""})
    void itHoldsTheMunicipalitysSettings(String setting) {
        assertThat(script()).contains(setting);
    }

    @Test
    void commentsAndThePlaceholderStayBehind() {
        assertThat(script()).startsWith("(()=>{").doesNotContain("SETTINGS", "/**", "//", "@typedef")
                .contains("`(${number}) `");
    }

    @Test
    void browsersKeepItForAnHourAndThenAskByItsTag() {
        HttpHeaders headers = served.getResponseHeaders();
        assertThat(headers.getContentType()).hasToString("text/javascript;charset=UTF-8");
        assertThat(headers.getCacheControl()).isEqualTo("max-age=3600, public");
        assertThat(headers.getFirst("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(headers.get(HttpHeaders.SET_COOKIE)).isNull();
        browser.get().uri("/loader.js").header(HttpHeaders.IF_NONE_MATCH, headers.getETag()).exchange()
                .expectStatus().isNotModified();
    }

    private String script() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    private byte[] body() {
        return Objects.requireNonNull(served.getResponseBody());
    }

    /** As {@code gzip -9}. */
    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
