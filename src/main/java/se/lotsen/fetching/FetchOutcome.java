package se.lotsen.fetching;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. */
public sealed interface FetchOutcome {

    /**
     * It is here.
     *
     * @param address where it stands, after redirects
     * @param mediaType in lower case without parameters; empty when the server names none
     * @param charset as the header names it; null when it does not
     * @param etag for the next time; null for none
     * @param lastModified for the next time, as written; null for none
     */
    record Got(URI address, byte[] body, String mediaType, @Nullable String charset, @Nullable String etag,
            @Nullable String lastModified) implements FetchOutcome {
    }

    /** The server says that what is already there still holds. */
    record Unchanged() implements FetchOutcome {
    }

    /** The server answered, but not with the page: its status, such as 404, 410, 429 or 500. */
    record Answered(int status) implements FetchOutcome {

        /** Whether the page is said to be there no more. */
        public boolean gone() {
            return status == 404 || status == 410;
        }
    }

    /** Not fetched, or not to its end. */
    record Refused(FetchRefusal reason) implements FetchOutcome {
    }
}
