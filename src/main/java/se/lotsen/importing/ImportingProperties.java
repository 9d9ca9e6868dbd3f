package se.lotsen.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an import may read beside the web; what it may fetch is for {@code FetchRules} to say.
 *
 * @param folder below which folders on the server may be imported; null when none may
 */
@ConfigurationProperties("lotsen.importing")
record ImportingProperties(@Nullable Path folder) {
}
