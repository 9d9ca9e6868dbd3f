package se.lotsen.embedding;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where vectors come from. Without {@code base-url} and {@code onnx-dir} there are none. A value of blanks counts as not
 * set. Refuses, in one line, what contradicts itself.
 *
 * @param baseUrl of a server that speaks OpenAI's protocol, {@code /v1} included; environment variable
 *            {@code LOTSEN_EMBEDDING_BASE_URL}
 * @param name the model's name as the server knows it; {@code LOTSEN_EMBEDDING_NAME}
 * @param apiKey sent as a bearer; {@code LOTSEN_EMBEDDING_API_KEY}
 * @param apiKeyFile a file that holds it instead; {@code LOTSEN_EMBEDDING_API_KEY_FILE}
 * @param inputType whether requests say {@code input_type} {@code query} or {@code passage}; some hosted services refuse
 *            fields they do not know
 * @param onnxDir a folder with {@code model.onnx} and {@code tokenizer.json}, for a model in this process
 * @param onnxPooling how a model in this process makes one vector of the tokens' vectors
 * @param questionPrefix put before each question, for a server that does not do so itself
 * @param passagePrefix put before each passage likewise
 * @param questionTimeout how long a question waits; above zero
 * @param passageTimeout how long one batch of passages may take; above zero
 * @param batchSize passages in one request; 1..512
 * @param dimension the length of the vectors; if not set, the first answer tells
 */
@ConfigurationProperties("lotsen.embedding")
record EmbeddingProperties(@Nullable String baseUrl, @Nullable String name, @Nullable String apiKey,
        @Nullable String apiKeyFile, @DefaultValue("true") boolean inputType, @Nullable String onnxDir,
        @DefaultValue("mean") Pooling onnxPooling, @DefaultValue("") String questionPrefix,
        @DefaultValue("") String passagePrefix, @DefaultValue("250ms") Duration questionTimeout,
        @DefaultValue("30s") Duration passageTimeout, @DefaultValue("16") int batchSize,
        @Nullable Integer dimension) {
    private static final int LARGEST_BATCH = 512;

    /** How one vector is made of the tokens' vectors; the model's description tells. */
    enum Pooling {
        /** Their mean. */
        MEAN,
        /** The first one. */
        CLS
    }

    EmbeddingProperties {
        baseUrl = unlessBlank(baseUrl);
        name = unlessBlank(name);
        apiKey = unlessBlank(apiKey);
        apiKeyFile = unlessBlank(apiKeyFile);
        onnxDir = unlessBlank(onnxDir);
        refuse(baseUrl != null && onnxDir != null, ": set base-url or onnx-dir, not both");
        refuse(baseUrl != null && name == null,
                ".name must be set with base-url: the model's name on that server");
        refuse(baseUrl != null && !isServer(baseUrl),
                ".base-url must be http(s)://host/path without user, query and fragment");
        refuse(!questionTimeout.isPositive(), ".question-timeout must be above zero");
        refuse(!passageTimeout.isPositive(), ".passage-timeout must be above zero");
        refuse(batchSize < 1 || batchSize > LARGEST_BATCH, ".batch-size must be 1.." + LARGEST_BATCH);
        refuse(dimension != null && dimension < 1, ".dimension must be above zero");
        ApiKey.of(apiKey, apiKeyFile);
    }

    private static @Nullable String unlessBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException("lotsen.embedding" + why);
        }
    }

    private static boolean isServer(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Optional<ApiKey> key() {
        return ApiKey.of(apiKey, apiKeyFile);
    }

    Optional<Path> onnxFolder() {
        return Optional.ofNullable(onnxDir).map(Path::of);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EmbeddingProperties[" + (onnxDir == null ? "base-url " + baseUrl : "onnx-dir " + onnxDir)
                + ", name "
                + name + "]";
    }
}
