package se.lotsen.receipts;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The settings that an answer depends on, beside the knowledge base: everything below a few prefixes, but no key or password. */
final class AnswerSettings {
    private static final Pattern SECRET = Pattern.compile("(?i).*(key|secret|password|token).*");
    private final String digest;

    AnswerSettings(Environment environment) {
        Map<String, String> settings = new TreeMap<>();
        Stream.of("lotsen.answering", "lotsen.embedding", "lotsen.model", "lotsen.language",
                "lotsen.retrieval")
                .forEach(prefix -> Binder.get(environment)
                        .bind(prefix, Bindable.mapOf(String.class, String.class)).orElse(Map.of())
                        .forEach((name, value) -> settings.put(prefix + "." + name, value)));
        settings.keySet().removeIf(name -> SECRET.matcher(name).matches());
        this.digest = Digests.of(settings.toString());
    }

    /** Equal for equal settings. */
    String digest() {
        return digest;
    }
}
