package se.lotsen.fetching;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fetch.
 *
 * @param address what to fetch; see {@link WebAddress}
 * @param hosts that may be asked, beside those of {@link FetchRules}; {@code www.} before a host makes no difference
 * @param wanted which media types are read
 * @param pause how long the host is left alone after its last answer; the longer of this and the rules' counts
 * @param etag of the text that is already there; null for none
 * @param lastModified as the server wrote it then; null for none
 */
public record FetchRequest(URI address, Set<String> hosts, Wanted wanted, Duration pause,
        @Nullable String etag, @Nullable String lastModified) {

    /** A fetch of something that is not there yet, from the address's own host. */
    public static FetchRequest of(URI address, Wanted wanted) {
        String host = address.getHost();
        return new FetchRequest(address, host == null ? Set.of() : Set.of(host), wanted, Duration.ZERO, null,
                null);
    }
}
