package se.lotsen.embedding;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Properties as Spring binds them. */
final class Settings {
    private Settings() {
    }

    @SafeVarargs
    static EmbeddingProperties with(String baseUrl, Map<String, String>... settings) {
        Map<String, String> all = new HashMap<>(Map.of("base-url", baseUrl, "name", "e5"));
        for (Map<String, String> some : settings) {
            all.putAll(some);
        }
        return of(all);
    }

    static EmbeddingProperties of(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("lotsen.embedding." + name, value));
        return new Binder(source).bindOrCreate("lotsen.embedding", EmbeddingProperties.class);
    }
}
