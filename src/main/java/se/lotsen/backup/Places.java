package se.lotsen.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/** Reads from the settings where Lotsen keeps everything, as the service itself reads them. */
final class Places {
    /** Settings that come with the program; what is set elsewhere was set by an operator. */
    private static final String SHIPPED = "class path resource";

    private Places() {
    }

    static Place of(ConfigurableEnvironment environment) {
        DataSourceProperties database = Binder.get(environment)
                .bindOrCreate("spring.datasource", DataSourceProperties.class);
        return new Place(Objects.requireNonNull(database.getUrl(), "spring.datasource.url is always set"),
                database.getUsername(), database.getPassword(),
                folder(environment, "lotsen.data-dir", "data"),
                folder(environment, "lotsen.knowledge.dir", "knowledge-base"),
                folder(environment, "lotsen.prompts.dir", "prompts"), namesSet(environment));
    }

    private static Path folder(Environment environment, String name, String otherwise) {
        return Path.of(environment.getProperty(name, otherwise));
    }

    private static List<String> namesSet(ConfigurableEnvironment environment) {
        TreeSet<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains(SHIPPED))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(
                        source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .filter(name -> name.matches("(lotsen|spring\\.datasource|server|management)\\..*"))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
