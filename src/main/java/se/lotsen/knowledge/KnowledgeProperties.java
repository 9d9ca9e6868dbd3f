package se.lotsen.knowledge;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the knowledge base lies and how often it is looked at.
 *
 * @param dir the folder that holds {@code pages/} and the files beside it; environment variable
 *            {@code LOTSEN_KNOWLEDGE_DIR}
 * @param pollInterval how often the folder is compared with what is served; polling, because file notifications do not
 *            reach mounted volumes
 */
@ConfigurationProperties("lotsen.knowledge")
public record KnowledgeProperties(@DefaultValue("knowledge-base") Path dir,
        @DefaultValue("1s") Duration pollInterval) {
}
