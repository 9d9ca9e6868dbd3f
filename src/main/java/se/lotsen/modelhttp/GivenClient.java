package se.lotsen.modelhttp;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Builds nothing: gives the client that it was made for. */
record GivenClient(ModelHttpClient client, WireLimits limits) implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
        return limits.firstByte();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return limits.whole();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
