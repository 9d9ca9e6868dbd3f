package se.lotsen.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.testing.ServiceTest;

/** What everybody may know of this installation, as a browser without JavaScript gets it. */
@ServiceTest
class AboutPageTests {
    @LocalServerPort
    int port;

    private String get(String path) {
        return Objects.requireNonNull(WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port).defaultHeader(HttpHeaders.ACCEPT, "text/html").build()
                .get().uri(path).exchange().expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody());
    }

    @Test
    void thePageSaysWhatIsSoInThisInstallation() {
        assertThat(get("/om")).contains("<html lang=\"sv\"", "Om AI-assistenten", "sparas i 90 dagar",
                "Ingen språkmodell används", "Inte mätt än", "tel:0313900600", "https://www.imy.se/",
                "href=\"/tillganglighet\"", "radera samtalet i chattens meny")
                .doesNotContain("??", "<script");
    }

    @Test
    void itIsThereInEnglishAndInNoOtherLanguage() {
        assertThat(get("/om?lang=en")).contains("<html lang=\"en\"", "About the AI assistant", "for 90 days",
                "Not measured yet").doesNotContain("??", "<script", "Inte mätt");
        assertThat(get("/om?lang=fi")).contains("<html lang=\"sv\"", "Om AI-assistenten");
    }

    @Test
    void aModelIsNamedWithoutItsAddressAndKey() {
        ModelProperties model = Binder.get(new org.springframework.mock.env.MockEnvironment()
                .withProperty("lotsen.model.provider", "ollama").withProperty("lotsen.model.name", "gemma3")
                .withProperty("lotsen.model.base-url", "http://10.1.2.3:11434")
                .withProperty("lotsen.model.api-key", "hemlig"))
                .bindOrCreate("lotsen.model", ModelProperties.class);
        ModelNotice notice = ModelNotice.of(model);
        assertThat(notice.isUsed()).isTrue();
        assertThat(notice.list()).isEqualTo("gemma3 (ollama)");
        assertThat(new ModelNotice(List.of(), true, true).isUsed()).isFalse();
    }
}
