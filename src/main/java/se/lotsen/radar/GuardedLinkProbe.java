package se.lotsen.radar;

import java.net.URI;
import java.util.Optional;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRefusal;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.Wanted;
import se.lotsen.fetching.WebAddress;
import se.lotsen.inspection.LinkState;

/**
 * Follows a link by the service's one way out. What that refuses for our own safety says nothing of the link: an address
 * inside a network, or a redirect to another host, is neither alive nor dead.
 */
final class GuardedLinkProbe implements LinkProbe {
    private final GuardedFetch fetch;

    GuardedLinkProbe(GuardedFetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public LinkState follow(URI address) throws InterruptedException {
        Optional<URI> plain = WebAddress.of(address.toString());
        return plain.isEmpty()
                ? LinkState.UNKNOWN
                : state(plain.get(), fetch.get(FetchRequest.of(plain.get(), Wanted.PRESENCE)));
    }

    private static LinkState state(URI asked, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Got got -> LinkState.of(200, !got.address().equals(asked));
            case FetchOutcome.Unchanged unchanged -> LinkState.ALIVE;
            case FetchOutcome.Answered answered -> LinkState.of(answered.status(), false);
            case FetchOutcome.Refused refused -> state(refused.reason());
        };
    }

    /** What is there but is no page that could be read is there. */
    private static LinkState state(FetchRefusal reason) {
        return switch (reason) {
            case WRONG_TYPE, TOO_LARGE -> LinkState.ALIVE;
            case UNKNOWN_HOST -> LinkState.GONE;
            case TOO_SLOW, UNREACHABLE, TOO_MANY_REDIRECTS -> LinkState.FAILING;
            case BAD_ADDRESS, HOST_NOT_ALLOWED, ADDRESS_NOT_ALLOWED -> LinkState.UNKNOWN;
        };
    }
}
