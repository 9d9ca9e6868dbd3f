package se.lotsen.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import se.lotsen.languagemodel.ModelProperties.Backend;
import se.lotsen.languagemodel.ModelProperties.Provider;

class ModelPropertiesTests {
    private static final String SECRET = "sk-hemlig-nyckel";

    @Test
    void withoutAnythingSetThereIsNoModel() {
        ModelProperties none = bound(Map.of());
        assertThat(none.provider()).isEqualTo(Provider.NONE);
        assertThat(none.backends()).isEmpty();
        assertThat(none.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(none.wording()).isTrue();
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        ModelProperties set = bound(Map.ofEntries(Map.entry("LOTSEN_MODEL_PROVIDER", "openai-compatible"),
                Map.entry("LOTSEN_MODEL_BASE_URL", "http://localhost:8000/v1"),
                Map.entry("LOTSEN_MODEL_NAME", "gemma-3"), Map.entry("LOTSEN_MODEL_API_KEY", SECRET),
                Map.entry("LOTSEN_MODEL_FIRST_TOKEN_TIMEOUT", "7s"),
                Map.entry("LOTSEN_MODEL_MAX_PASSAGE_WORDS", "99"),
                Map.entry("LOTSEN_MODEL_TOKENS_PER_DAY_PER_CONVERSATION", "123"),
                Map.entry("LOTSEN_MODEL_REWRITING", "false"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_0_PROVIDER", "AZURE_OPENAI"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_0_BASE_URL", "https://x.example/openai/v1"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_0_NAME", "gpt"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_0_API_KEY_FILE", "/run/secrets/key"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_1_PROVIDER", "mistral"),
                Map.entry("LOTSEN_MODEL_FALLBACKS_1_NAME", "small")));
        assertThat(set.backends()).containsExactly(
                new Backend(Provider.OPENAI_COMPATIBLE, "http://localhost:8000/v1", "gemma-3", SECRET, null),
                new Backend(Provider.AZURE_OPENAI, "https://x.example/openai/v1", "gpt", null,
                        Path.of("/run/secrets/key")),
                new Backend(Provider.MISTRAL, null, "small", null, null));
        assertThat(set.backends()).extracting(Backend::id).containsExactly("openai-compatible:gemma-3",
                "azure-openai:gpt", "mistral:small");
        assertThat(set.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(set.maxPassageWords()).isEqualTo(99);
        assertThat(set.tokensPerDayPerConversation()).isEqualTo(123);
        assertThat(set.rewriting()).isFalse();
    }

    @Test
    void noKeyIsEverPrinted() {
        ModelProperties set = bound(Map.of("LOTSEN_MODEL_PROVIDER", "mistral", "LOTSEN_MODEL_NAME", "small",
                "LOTSEN_MODEL_API_KEY", SECRET, "LOTSEN_MODEL_FALLBACKS_0_PROVIDER", "mistral",
                "LOTSEN_MODEL_FALLBACKS_0_NAME", "large", "LOTSEN_MODEL_FALLBACKS_0_API_KEY", SECRET));
        assertThat(set.toString() + set.backends() + set.fallbacks()).doesNotContain(SECRET)
                .contains("mistral:large");
    }

    static Stream<Arguments> refusals() {
        List<Arguments> all = new ArrayList<>();
        for (String name : List.of("CONNECT_TIMEOUT", "FIRST_TOKEN_TIMEOUT", "IDLE_TIMEOUT", "TOTAL_TIMEOUT",
                "REST")) {
            all.add(Arguments.of(name, "0s"));
            all.add(Arguments.of(name, "-1s"));
        }
        for (String name : List.of("MAX_ANSWER_TOKENS", "MAX_PASSAGE_WORDS", "MAX_CONCURRENT",
                "CALLS_PER_MINUTE", "TOKENS_PER_DAY", "TOKENS_PER_DAY_PER_CONVERSATION")) {
            all.add(Arguments.of(name, "0"));
            all.add(Arguments.of(name, "-5"));
        }
        all.add(Arguments.of("TOTAL_TIMEOUT", "3s"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotWorkIsRefusedByPropertyAndVariable(String name, String value) {
        String property = "lotsen.model." + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        refused(Map.of("LOTSEN_MODEL_" + name, value), property, "LOTSEN_MODEL_" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-compatible", "azure-openai", "ollama"})
    void aServerOfOnesOwnNeedsItsAddress(String provider) {
        refused(Map.of("LOTSEN_MODEL_PROVIDER", provider, "LOTSEN_MODEL_NAME", "m"), "lotsen.model.base-url",
                "LOTSEN_MODEL_BASE_URL");
        refused(Map.of("LOTSEN_MODEL_PROVIDER", provider, "LOTSEN_MODEL_NAME", "m",
                "LOTSEN_MODEL_BASE_URL", " "), "lotsen.model.base-url", "LOTSEN_MODEL_BASE_URL");
    }

    @Test
    void aModelNeedsItsName() {
        refused(Map.of("LOTSEN_MODEL_PROVIDER", "mistral"), "lotsen.model.name", "LOTSEN_MODEL_NAME");
        refused(Map.of("LOTSEN_MODEL_PROVIDER", "mistral", "LOTSEN_MODEL_NAME", ""), "lotsen.model.name",
                "LOTSEN_MODEL_NAME");
    }

    @Test
    void aFallbackIsRefusedByItsOwnNumber() {
        Map<String, String> first = Map.of("LOTSEN_MODEL_PROVIDER", "mistral", "LOTSEN_MODEL_NAME", "m",
                "LOTSEN_MODEL_FALLBACKS_0_PROVIDER", "mistral", "LOTSEN_MODEL_FALLBACKS_0_NAME", "n");
        refused(with(first, "LOTSEN_MODEL_FALLBACKS_1_PROVIDER", "mistral"), "lotsen.model.fallbacks[1].name",
                "LOTSEN_MODEL_FALLBACKS_1_NAME");
        refused(with(first, "LOTSEN_MODEL_FALLBACKS_1_NAME", "o"), "lotsen.model.fallbacks[1].provider",
                "LOTSEN_MODEL_FALLBACKS_1_PROVIDER");
        refused(with(with(first, "LOTSEN_MODEL_FALLBACKS_1_NAME", "o"), "LOTSEN_MODEL_FALLBACKS_1_PROVIDER",
                "ollama"), "lotsen.model.fallbacks[1].base-url", "LOTSEN_MODEL_FALLBACKS_1_BASE_URL");
    }

    @Test
    void aFallbackNeedsAFirstModel() {
        refused(Map.of("LOTSEN_MODEL_FALLBACKS_0_PROVIDER", "mistral", "LOTSEN_MODEL_FALLBACKS_0_NAME", "n"),
                "lotsen.model.provider", "LOTSEN_MODEL_PROVIDER");
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(some);
        more.put(name, value);
        return more;
    }

    private static void refused(Map<String, String> environment, String property, String variable) {
        assertThatThrownBy(() -> bound(environment)).rootCause()
                .isInstanceOf(IllegalArgumentException.class).message().contains(property, variable)
                .hasLineCount(1).doesNotContain(SECRET);
    }

    private static ModelProperties bound(Map<String, String> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(environment)));
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("lotsen.model",
                ModelProperties.class);
    }
}
