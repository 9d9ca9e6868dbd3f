package se.lotsen.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.DurationStyle;

/**
 * Looks at each of our settings while it is read: remembers its name, and refuses what no room can use: a negative time or number, less
 * than {@code least.properties} asks for, and a file that cannot be read.
 */
final class SettingLimits extends AbstractBindHandler {
    private static final Properties LEAST = read();
    private final KnownSettings known;

    SettingLimits(BindHandler next, KnownSettings known) {
        super(next);
        this.known = known;
    }

    private static Properties read() {
        try (InputStream in = Objects
                .requireNonNull(SettingLimits.class.getResourceAsStream("least.properties"))) {
            Properties least = new Properties();
            least.load(in);
            return least;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
            BindContext context) {
        if (isOurs(name)) {
            known.add(name.toString(), Map.class.isAssignableFrom(target.getType().resolve(Object.class)));
        }
        return super.onStart(name, target, context);
    }

    @Override
    public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
            Object result) {
        Object bound = super.onSuccess(name, target, context, result);
        if (isOurs(name) && bound != null) {
            look(name.toString(), bound);
        }
        return bound;
    }

    private static void look(String name, Object value) {
        if (name.endsWith("-file") && !value.toString().isBlank()) {
            readable(value.toString().strip());
        }
        String least = LEAST.getProperty(name.replaceAll("\\[\\d+]", ""));
        switch (value) {
            case Duration time ->
                atLeast(time, least == null ? Duration.ZERO : DurationStyle.detectAndParse(least),
                        least);
            case Integer number ->
                atLeast(number.longValue(), least == null ? 0L : Long.parseLong(least), least);
            case Long number -> atLeast(number, least == null ? 0L : Long.parseLong(least), least);
            case URI address -> reachable(address);
            default -> {
            }
        }
    }

    private static <T extends Comparable<T>> void atLeast(T value, T limit, @Nullable String least) {
        if (value.compareTo(limit) < 0) {
            throw new SettingRefused(least == null ? "limit.negative" : "limit.least", value.toString(),
                    Objects.requireNonNullElse(least, ""));
        }
    }

    private static void reachable(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new SettingRefused("type.address", Line.of(address));
        }
    }

    private static void readable(String file) {
        boolean readable;
        try {
            readable = Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file));
        } catch (InvalidPathException e) {
            readable = false;
        }
        if (!readable) {
            throw new SettingRefused("limit.file", Line.of(file));
        }
    }

    private static boolean isOurs(ConfigurationPropertyName name) {
        return name.toString().startsWith(SettingName.OURS);
    }
}
