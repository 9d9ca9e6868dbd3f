package se.lotsen.languagemodel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which language models are asked, in which order, and what they may cost. Everything comes from the configuration or
 * the environment, nothing from a page or an API.
 *
 * @param provider whose protocol the first model speaks; {@code none} for no model
 * @param baseUrl where it is; for an OpenAI-compatible server with {@code /v1}; null for the provider's own address
 * @param name the model's name there
 * @param apiKey its key; null for none
 * @param apiKeyFile a file that holds the key alone; null for none
 * @param fallbacks further models, asked in order when the one before fails before its first released word
 * @param connectTimeout for the connection
 * @param firstTokenTimeout from the request to the first part of the text
 * @param idleTimeout between two parts
 * @param totalTimeout from the request to the end
 * @param maxAnswerTokens longest answer, in the model's tokens
 * @param maxPassageWords words of passages in one prompt; a small context needs fewer
 * @param maxConcurrent calls at once, for each model
 * @param callsPerMinute of one conversation
 * @param tokensPerDay of the whole installation, estimated
 * @param tokensPerDayPerConversation of one conversation, estimated
 * @param rest how long a model is left alone after it has failed too often
 * @param wording whether answers are put into words
 * @param rewriting whether a follow-up is rewritten into a question of its own
 * @param translation whether questions and answers in other languages are translated
 */
@ConfigurationProperties("lotsen.model")
public record ModelProperties(@DefaultValue("none") Provider provider, @Nullable String baseUrl,
        @Nullable String name, @Nullable String apiKey, @Nullable Path apiKeyFile,
        @DefaultValue List<Backend> fallbacks, @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("4s") Duration firstTokenTimeout, @DefaultValue("3s") Duration idleTimeout,
        @DefaultValue("20s") Duration totalTimeout, @DefaultValue("400") int maxAnswerTokens,
        @DefaultValue("700") int maxPassageWords, @DefaultValue("8") int maxConcurrent,
        @DefaultValue("20") int callsPerMinute,
        @DefaultValue("5000000") long tokensPerDay,
        @DefaultValue("100000") long tokensPerDayPerConversation, @DefaultValue("10s") Duration rest,
        @DefaultValue("true") boolean wording, @DefaultValue("true") boolean rewriting,
        @DefaultValue("true") boolean translation) {

    /** Refuses what cannot work, in one line that names the property and its environment variable. */
    public ModelProperties {
        positive("connect-timeout", connectTimeout);
        positive("first-token-timeout", firstTokenTimeout);
        positive("idle-timeout", idleTimeout);
        positive("total-timeout", totalTimeout);
        positive("rest", rest);
        positive("max-answer-tokens", maxAnswerTokens);
        positive("max-passage-words", maxPassageWords);
        positive("max-concurrent", maxConcurrent);
        positive("calls-per-minute", callsPerMinute);
        positive("tokens-per-day", tokensPerDay);
        positive("tokens-per-day-per-conversation", tokensPerDayPerConversation);
        if (totalTimeout.compareTo(firstTokenTimeout) < 0) {
            throw refused("total-timeout", "must not be shorter than first-token-timeout, but is "
                    + totalTimeout);
        }
        if (provider == Provider.NONE && !fallbacks.isEmpty()) {
            throw refused("provider", "is needed: a fallback stands in for a first model");
        }
        if (provider != Provider.NONE) {
            check("", new Backend(provider, baseUrl, name == null ? "" : name, apiKey, apiKeyFile));
        }
        for (int i = 0; i < fallbacks.size(); i++) {
            check("fallbacks[" + i + "].", fallbacks.get(i));
        }
    }

    /** Refuses a model without a name, and a server of one's own without an address. */
    private static void check(String prefix, Backend backend) {
        if (backend.provider() == null || backend.provider() == Provider.NONE) {
            throw refused(prefix + "provider", "is needed for a model");
        }
        if (backend.name() == null || backend.name().isBlank()) {
            throw refused(prefix + "name", "is needed: the model's name at its provider");
        }
        boolean own = switch (backend.provider()) {
            case OPENAI_COMPATIBLE, AZURE_OPENAI, OLLAMA -> true;
            case NONE, ANTHROPIC, MISTRAL, GEMINI -> false;
        };
        if (own && (backend.baseUrl() == null || backend.baseUrl().isBlank())) {
            throw refused(prefix + "base-url", "is needed for " + backend.provider()
                    + ": the server's address, such as http://localhost:8000/v1");
        }
    }

    /** Whose protocol is spoken. */
    public enum Provider {
        /** No model: answers are quoted. */
        NONE,
        /** llama.cpp's server, vLLM, and everything else that answers {@code /chat/completions}. */
        OPENAI_COMPATIBLE,
        /** Azure OpenAI by its {@code /openai/v1} address; the key travels as {@code api-key}. */
        AZURE_OPENAI,
        /** Ollama's own protocol. */
        OLLAMA,
        /** Anthropic's messages. */
        ANTHROPIC,
        /** Mistral's platform. */
        MISTRAL,
        /** Google's Gemini. */
        GEMINI
    }

    /**
     * One model.
     *
     * @param baseUrl null for the provider's own address
     * @param apiKey null for none
     */
    public record Backend(Provider provider, @Nullable String baseUrl, String name, @Nullable String apiKey,
            @Nullable Path apiKeyFile) {

        /** Provider and name, as recorded with answers. */
        public String id() {
            return provider.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + name;
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Backend[" + id() + "]";
        }
    }

    /** The models in the order in which they are asked; empty for none. */
    public List<Backend> backends() {
        if (provider == Provider.NONE) {
            return List.of();
        }
        List<Backend> all = new ArrayList<>();
        all.add(new Backend(provider, baseUrl, name == null ? "" : name, apiKey, apiKeyFile));
        all.addAll(fallbacks);
        return List.copyOf(all);
    }

    /** Without any key. */
    @Override
    public String toString() {
        return "ModelProperties[" + provider + ", " + name + ", fallbacks " + fallbacks + "]";
    }

    private static void positive(String property, Duration duration) {
        if (!duration.isPositive()) {
            throw refused(property, "must be above 0, but is " + duration);
        }
    }

    private static void positive(String property, long number) {
        if (number <= 0) {
            throw refused(property, "must be above 0, but is " + number);
        }
    }

    private static IllegalArgumentException refused(String property, String why) {
        String variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return new IllegalArgumentException(
                "lotsen.model." + property + " (LOTSEN_MODEL_" + variable + ") " + why);
    }
}
