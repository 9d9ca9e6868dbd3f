package se.lotsen.retrieval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index lives.
 *
 * @param storage on disk below the data folder, or in memory for commands that run beside a service
 * @param wordsOnly searches by words alone, even where an embedding backend is configured
 * @param questionDeadline how long a question waits for its vector, at most
 */
@ConfigurationProperties("lotsen.retrieval")
public record RetrievalProperties(@DefaultValue("disk") Storage storage,
        @DefaultValue("false") boolean wordsOnly, @DefaultValue("250ms") Duration questionDeadline) {

    /** Where the index lives. */
    public enum Storage {
        /** In {@code <data folder>/index}; one process at a time. */
        DISK,
        /** Built anew at each start, gone at the end. */
        MEMORY
    }
}
