package se.lotsen.importing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.WebAddress;

/** Single pages that somebody has named. */
final class PagesReader implements SourceReader {
    private final WebPage pages;
    private final Robots robots;
    private final List<String> addresses;

    PagesReader(GuardedFetch fetch, WebPage pages, List<String> addresses) {
        this.pages = pages;
        this.robots = new Robots(fetch);
        this.addresses = addresses;
    }

    @Override
    public Listing list() {
        Map<String, Listed> listed = new LinkedHashMap<>();
        for (String written : addresses) {
            String address = WebAddress.of(written).map(URI::toString).orElse(written);
            listed.putIfAbsent(address, new Listed(address, null));
        }
        return Listing.of(List.copyOf(listed.values()));
    }

    @Override
    public Reading read(Listed page, @Nullable Seen seen) throws InterruptedException {
        Optional<URI> at = WebAddress.of(page.address());
        if (at.isEmpty()) {
            return Reading.Left.because(ItemReason.BAD_ADDRESS);
        }
        return robots.allows(at.get())
                ? pages.read(at.get(), robots.delay(at.get()), seen)
                : Reading.Left.because(ItemReason.ROBOTS);
    }
}
