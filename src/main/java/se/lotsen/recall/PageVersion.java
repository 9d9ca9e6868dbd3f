package se.lotsen.recall;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.Page;

/**
 * A revision of a page and when it was served.
 *
 * @param page empty where nothing was served from then on, or the text was no page
 * @param until null while it is served
 */
public record PageVersion(Revision revision, Optional<Page> page, @Nullable Instant until) {

    /** As the archive counts. */
    public int number() {
        return revision.number();
    }

    /** Since when it is served. */
    public Instant from() {
        return revision.at();
    }
}
