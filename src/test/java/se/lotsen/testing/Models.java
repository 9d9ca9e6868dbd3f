package se.lotsen.testing;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import se.lotsen.languagemodel.ModelProperties;

/** The models' settings as they are without any configuration, with what a test sets. */
public final class Models {
    private Models() {
    }

    /** Names and values in turn, such as {@code "max-passage-words", 50}. */
    public static ModelProperties properties(Object... set) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource(
                Map.of("lotsen.model.unset", ""));
        for (int i = 0; i < set.length; i += 2) {
            source.put("lotsen.model." + set[i], set[i + 1].toString());
        }
        return new Binder(source).bindOrCreate("lotsen.model", ModelProperties.class);
    }
}
