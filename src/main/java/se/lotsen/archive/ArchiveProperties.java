package se.lotsen.archive;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the editors work together.
 *
 * @param fourEyes whether what is published was looked at by somebody else than who wrote it last
 * @param zone in which days are counted
 * @param discardedFor how long a draft that was thrown away can be brought back
 */
@ConfigurationProperties("lotsen.editorial")
public record ArchiveProperties(@DefaultValue("false") boolean fourEyes,
        @DefaultValue("Europe/Stockholm") ZoneId zone, @DefaultValue("30d") Duration discardedFor) {
}
