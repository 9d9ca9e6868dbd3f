package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class AllowedSitesTests {

    @Test
    void onlyOurOwnPagesUnlessOthersAreNamed() {
        assertThat(sites().frameAncestors()).isEqualTo("'self'");
        assertThat(sites("https://www.Kommun.example", " http://localhost:8081 ", "",
                "https://kommun.example:8443")
                .frameAncestors()).isEqualTo(
                        "'self' https://www.kommun.example http://localhost:8081 https://kommun.example:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*", "https://*.kommun.example", "https://kommun.example/",
            "https://a.example/b",
            "http://kommun.example", "kommun.example", "'none'", "https:", "https://a.example; script-src *",
            "https://a.example\nx", "https://a.example https://b.example", "http://localhost.kommun.example",
            "https://user@a.example", "data:"})
    void anythingButAnOriginIsRefusedInWordsForTheOperator(String site) {
        assertThatThrownBy(() -> sites(site)).isInstanceOfSatisfying(SiteRefused.class, refused -> {
            FailureAnalysis said = new SiteRefusedAnalyzer().analyze(refused, refused);
            assertThat(said.getDescription()).contains("lotsen.widget.sites", "”" + site + "”");
            assertThat(said.getAction()).contains("https://www.kommun.example");
        });
        assertThatThrownBy(() -> new AllowedSites(new WidgetProperties(List.of(), site)))
                .isInstanceOf(SiteRefused.class).hasMessageContaining("public-address");
    }

    private static AllowedSites sites(String... sites) {
        return new AllowedSites(new WidgetProperties(List.of(sites), null));
    }

    @Test
    void anOriginIsAdmittedWhenItIsNamedOrOurOwnAddress() {
        AllowedSites sites = new AllowedSites(new WidgetProperties(List.of("https://www.kommun.example"),
                "https://fraga.kommun.example"));
        assertThat(sites.admits("https://www.kommun.example")).isTrue();
        assertThat(sites.admits("https://fraga.kommun.example")).isTrue();
        assertThat(sites.admits("https://kommun.example")).isFalse();
        assertThat(sites.admits("null")).isFalse();
        assertThat(sites.admits(null)).isFalse();
        assertThat(new AllowedSites(new WidgetProperties(List.of(), null)).admits("null")).isFalse();
    }
}
