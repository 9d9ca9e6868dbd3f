package se.lotsen.configuration;

import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Says at start-up which setting cannot work and what to do, in one line; before Spring says it in names of classes. What a room
 * refuses begins with the setting's name, and {@code rule.<name>} says in Swedish what it asks for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingFaultAnalyzer implements FailureAnalyzer {
    private static final Pattern NAMED = Pattern.compile("^lotsen\\.[a-z0-9]+(?:[.-][a-z0-9]+|\\[\\d+])*");
    /** H2's code for a file that another process holds; the record's own room has words for it. */
    private static final int IN_USE = 90_020;
    private static final List<String> FOLDERS = List.of("lotsen.data-dir", "lotsen.knowledge.dir",
            "lotsen.prompts.dir");
    private static final Map<Class<?>, String> TYPES = Map.of(Duration.class, "time", Integer.class,
            "integer",
            Long.class, "integer", Double.class, "decimal", Boolean.class, "switch", URI.class, "address",
            ZoneId.class, "zone", LocalTime.class, "clock");
    private final Environment settings;

    SettingFaultAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, fault -> fault != null, Throwable::getCause).toList();
        return first(chain, BindException.class, this::bound)
                .or(() -> first(chain, IllegalArgumentException.class, SettingFaultAnalyzer::named))
                .or(() -> first(chain, TypeMismatchException.class, this::converted))
                .or(() -> roomSpeaks(chain)
                        ? Optional.empty()
                        : first(chain, FileSystemException.class, this::file))
                .or(() -> roomSpeaks(chain)
                        ? Optional.empty()
                        : first(chain, SQLException.class, this::database))
                .map(line -> new FailureAnalysis(line, null, failure)).orElse(null);
    }

    /** A room that has a fault of its own has an analyzer for it, too. */
    private static boolean roomSpeaks(List<Throwable> chain) {
        return chain.stream().anyMatch(fault -> fault.getClass().getName().startsWith("se.lotsen."));
    }

    private static <T extends Throwable> Optional<String> first(List<Throwable> chain, Class<T> type,
            Function<T, Optional<String>> line) {
        return chain.stream().filter(type::isInstance).map(type::cast).map(line).flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> bound(BindException fault) {
        String name = fault.getName().toString();
        if (!name.startsWith(SettingName.OURS)) {
            return Optional.empty();
        }
        List<Throwable> causes = Stream.iterate(fault.getCause(), cause -> cause != null, Throwable::getCause)
                .toList();
        Object value = fault.getProperty() == null ? "" : fault.getProperty().getValue();
        return first(causes, SettingRefused.class, refused -> Optional.of(line(name, refused.text())))
                .or(() -> first(causes, IllegalArgumentException.class, SettingFaultAnalyzer::named))
                .or(() -> first(causes, ConversionFailedException.class, conversion -> Optional.of(
                        line(name, unreadable(name, conversion.getTargetType().getType(), value)))))
                .or(() -> first(causes, NullPointerException.class, missing -> Optional.of(
                        line(name, Texts.rule(name).orElseGet(() -> Texts.of("missing"))))))
                .or(() -> Optional.of(line(name, unreadable(name,
                        fault.getTarget().getType().resolve(Object.class), value))));
    }

    private static Optional<String> named(IllegalArgumentException fault) {
        String message = String.valueOf(fault.getMessage());
        Matcher name = NAMED.matcher(message);
        if (!name.find()) {
            return Optional.empty();
        }
        String rest = message.substring(name.end());
        return rest.startsWith("=")
                ? Optional.empty()
                : Optional.of(line(name.group(), Texts
                        .rule(name.group().replaceAll("\\[\\d+]", ""))
                        .orElseGet(() -> Line.of(rest.replaceAll("^[:\\s]+", "")))));
    }

    private Optional<String> converted(TypeMismatchException fault) {
        Object value = fault.getValue();
        return Stream.concat(FOLDERS.stream(), Stream.of("lotsen.languages"))
                .filter(name -> value != null && value.equals(settings.getProperty(name))).findFirst()
                .map(name -> line(name, unreadable(name, fault.getRequiredType(), value)));
    }

    private Optional<String> file(FileSystemException fault) {
        String file = String.valueOf(fault.getFile());
        return FOLDERS.stream().filter(name -> {
            String folder = settings.getProperty(name);
            return folder != null
                    && Path.of(file).toAbsolutePath().startsWith(Path.of(folder).toAbsolutePath());
        }).findFirst().map(name -> line(name, Texts.of("folder", Line.of(file))));
    }

    private Optional<String> database(SQLException fault) {
        String address = settings.getProperty("spring.datasource.url", "");
        if (fault.getErrorCode() == IN_USE) {
            return Optional.empty();
        }
        return Optional.of(address.startsWith("jdbc:h2:file:")
                ? line("lotsen.data-dir", Texts.of("record", settings.getProperty("lotsen.data-dir", "")))
                : line("spring.datasource.url",
                        Texts.of("database", Line.of(address.replaceAll("\\?.*", "")))));
    }

    private static String unreadable(String name, @Nullable Class<?> type, @Nullable Object value) {
        String shown = SettingName.isSecret(name) ? "…" : Line.of(value == null ? "" : value);
        Class<?> kind = type == null ? Object.class : ClassUtils.resolvePrimitiveIfNecessary(type);
        if (kind.isEnum()) {
            String choices = Arrays.stream(kind.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            return Texts.of("type.choice", shown, choices);
        }
        return Texts.of("type." + TYPES.getOrDefault(kind, "other"), shown);
    }

    private static String line(String name, String what) {
        return name.startsWith(SettingName.OURS) || name.startsWith("spring.")
                ? Texts.of("fault", name, SettingName.variable(name), what)
                : what;
    }
}
