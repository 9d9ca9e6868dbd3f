package se.lotsen.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** No bean at all unless embeddings are configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddingConfigured.class)
@EnableConfigurationProperties(EmbeddingProperties.class)
class EmbeddingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(EmbeddingConfiguration.class);

    /** Does not ask the server yet: the service starts without it. */
    @Bean(destroyMethod = "close")
    GuardedEmbeddings embeddings(EmbeddingProperties properties, MeterRegistry meters, Clock clock) {
        EmbeddingBackend backend = new OpenAiBackend(properties);
        GuardedEmbeddings embeddings = new GuardedEmbeddings(backend, properties, meters, clock);
        log.info("Embeddings: model {}, {}", embeddings.model(), properties);
        return embeddings;
    }
}
