package se.lotsen.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.util.ClassUtils;

/**
 * A configuration with one fault.
 *
 * @param setting that is wrong, or that is meant
 * @param values what is set, in the order in which it is
 * @param expected what must become of it
 */
record Mutation(String kind, String setting, Map<String, String> values, Expected expected) {
    /** What must become of a configuration. */
    enum Expected {
        /** The start is refused in one line that names the setting. */
        REFUSED,
        /** It starts, and the setting that was meant is named. */
        WARNED,
        /** It may be refused, in one line, or be of use. */
        EITHER
    }

    private static final Map<Class<?>, List<String>> WRONG = Map.of(
            Duration.class, List.of("abc", "tolv minuter", "12 parsec", "1:30", "P", "30m 15s", "NaN", "1e3s",
                    "999999999999999999999d"),
            Integer.class,
            List.of("abc", "1,5", "1.5", "tio", "99999999999999999999", "0x1G", "--1", "1_000"),
            Double.class, List.of("abc", "0,5", "halva", "1/2", "--1"),
            Boolean.class, List.of("ja", "nej", "sant", "2", "truefalse"),
            URI.class, List.of("http://[", "http://a b", "://", "%%%"),
            ZoneId.class, List.of("Europe/Storstad", "svensk tid", "+99:00"),
            LocalTime.class, List.of("25:00", "sju", "7.30.00.00", "07:61"));
    private static final List<String> NEGATIVE_TIMES = List.of("-1s", "-30m", "-P1D", "-1");
    /** Each of them contradicts itself; the first setting is the one that is named. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("lotsen.staff.oidc", "lotsen.staff.oidc.client-id", "x",
                    "lotsen.staff.oidc.client-secret", "a",
                    "lotsen.staff.oidc.client-secret-file", "pom.xml"),
            List.of("lotsen.staff.oidc.client-id", "lotsen.staff.oidc.issuer", "https://id.example"),
            List.of("lotsen.model.total-timeout", "lotsen.model.total-timeout", "1s",
                    "lotsen.model.first-token-timeout", "9s"),
            List.of("lotsen.model.name", "lotsen.model.provider", "ollama", "lotsen.model.base-url",
                    "http://localhost:1"),
            List.of("lotsen.model.base-url", "lotsen.model.provider", "ollama", "lotsen.model.name", "x"),
            List.of("lotsen.model.provider", "lotsen.model.fallbacks[0].provider", "mistral",
                    "lotsen.model.fallbacks[0].name", "x"),
            List.of("lotsen.model.fallbacks[0].name", "lotsen.model.provider", "mistral", "lotsen.model.name",
                    "x",
                    "lotsen.model.fallbacks[0].provider", "mistral"),
            List.of("lotsen.embedding", "lotsen.embedding.base-url", "http://localhost:1/v1",
                    "lotsen.embedding.onnx-dir", "x"),
            List.of("lotsen.embedding.name", "lotsen.embedding.base-url", "http://localhost:1/v1"),
            List.of("lotsen.answering", "lotsen.answering.ask-at", "0.9", "lotsen.answering.answer-at",
                    "0.1"),
            List.of("lotsen.handover", "lotsen.handover.longest-wait", "0s"),
            List.of("lotsen.delivery.email", "lotsen.delivery.email.port", "25"),
            List.of("lotsen.delivery.webhook", "lotsen.delivery.webhook.secret", "x"),
            List.of("lotsen.delivery.webhook.secret", "lotsen.delivery.webhook.url", "https://a.example",
                    "lotsen.delivery.webhook.secret", "kort"),
            List.of("lotsen.delivery.webhook.url", "lotsen.delivery.webhook.url", "http://a.example",
                    "lotsen.delivery.webhook.secret", "x".repeat(32)),
            List.of("lotsen.delivery.errands", "lotsen.delivery.errands.url", "https://a.example",
                    "lotsen.delivery.errands.municipality-id", "12"),
            List.of("lotsen.staff.oidc.roles", "lotsen.staff.oidc.roles.chef", "x"));

    /** One fault, anywhere among the settings. */
    static Mutation of(Map<String, Class<?>> settings, RandomGenerator random) {
        List<Map.Entry<String, Class<?>>> all = new ArrayList<>(new TreeMap<>(settings).entrySet());
        Map.Entry<String, Class<?>> one = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> wrongType(one, random);
            case 2 -> negative(settings, one, random);
            case 3 -> pair(random);
            case 4 -> misspelt(one.getKey(), random);
            default -> unreadable(one, random);
        };
    }

    private static Mutation wrongType(Map.Entry<String, Class<?>> one, RandomGenerator random) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(one.getValue());
        Class<?> kind = type == Long.class ? Integer.class : type;
        if (kind.isEnum()) {
            return single("unknown value", one.getKey(),
                    pick(List.of("okänd", "MAYBE", "1x", "null"), random),
                    Expected.REFUSED);
        }
        return WRONG.containsKey(kind)
                ? single("wrong type", one.getKey(), pick(WRONG.get(kind), random), Expected.REFUSED)
                : single("odd text", one.getKey(),
                        pick(List.of("\u0000", "å".repeat(3000), "\n\n", "${", "[]", " "),
                                random),
                        Expected.EITHER);
    }

    private static Mutation negative(Map<String, Class<?>> settings, Map.Entry<String, Class<?>> one,
            RandomGenerator random) {
        List<String> counted = settings.entrySet().stream()
                .filter(entry -> List.of(Duration.class, Integer.class, Long.class)
                        .contains(ClassUtils.resolvePrimitiveIfNecessary(entry.getValue())))
                .map(Map.Entry::getKey).sorted(Comparator.naturalOrder()).toList();
        String name = pick(counted, random);
        return single("negative", name, settings.get(name) == Duration.class
                ? pick(NEGATIVE_TIMES, random)
                : Integer.toString(-1 - random.nextInt(1000)), Expected.REFUSED);
    }

    private static Mutation pair(RandomGenerator random) {
        List<String> pair = pick(PAIRS, random);
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i < pair.size(); i += 2) {
            values.put(pair.get(i), pair.get(i + 1));
        }
        return new Mutation("contradiction", pair.getFirst(), values, Expected.REFUSED);
    }

    /** One letter of the last word is doubled, left out or changes place with the next one. */
    private static Mutation misspelt(String name, RandomGenerator random) {
        int from = name.lastIndexOf('.') + 1;
        int at = from + random.nextInt(name.length() - from - 1);
        String wrong = switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
        boolean legal = wrong.matches("[a-z0-9.-]*[a-z0-9]") && !wrong.contains(".-") && !wrong.endsWith(".")
                && !SettingName.plain(wrong).equals(SettingName.plain(name));
        return legal ? single("misspelt", wrong, "1", Expected.WARNED) : misspelt(name, random);
    }

    private static Mutation unreadable(Map.Entry<String, Class<?>> one, RandomGenerator random) {
        if (one.getKey().endsWith("-file") || one.getValue() == Path.class) {
            return single("unreadable file", one.getKey(),
                    pick(List.of("/finns/inte", "src", "\u0000"), random),
                    one.getKey().endsWith("-file") ? Expected.REFUSED : Expected.EITHER);
        }
        String file = pick(List.of("lotsen.model.api-key-file", "lotsen.staff.oidc.client-secret-file",
                "lotsen.embedding.api-key-file"), random);
        return single("unreadable file", file, pick(List.of("/finns/inte", "src"), random), Expected.REFUSED);
    }

    private static Mutation single(String kind, String name, String value, Expected expected) {
        return new Mutation(kind, name, Map.of(name, value), expected);
    }

    private static <T> T pick(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
