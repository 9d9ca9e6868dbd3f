package se.lotsen.retrieval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index lives.
 *
 * @param storage on disk below the data folder, or in memory for commands that run beside a service
 */
@ConfigurationProperties("lotsen.retrieval")
public record RetrievalProperties(@DefaultValue("disk") Storage storage) {

    /** Where the index lives. */
    public enum Storage {
        /** In {@code <data folder>/index}; one process at a time. */
        DISK,
        /** Built anew at each start, gone at the end. */
        MEMORY
    }
}
