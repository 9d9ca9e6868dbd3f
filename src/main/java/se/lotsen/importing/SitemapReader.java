package se.lotsen.importing;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.WebAddress;
import se.lotsen.fetching.Wanted;

/**
 * A site by its site map (sitemaps.org 0.9), or by an index of site maps, packed or not. What the site's rules for robots
 * forbid is left alone, and a page that the map says has not changed is not asked for.
 */
final class SitemapReader implements SourceReader {
    private static final int MOST_MAPS = 500;
    private static final int MOST_PAGES = 50_000;
    private static final int MOST_UNPACKED = 60_000_000;

    private final GuardedFetch fetch;
    private final WebPage pages;
    private final Robots robots;
    private final String address;
    private final List<String> without;

    SitemapReader(GuardedFetch fetch, WebPage pages, String address, List<String> without) {
        this.fetch = fetch;
        this.pages = pages;
        this.robots = new Robots(fetch);
        this.address = address;
        this.without = without;
    }

    @Override
    public Listing list() throws InterruptedException {
        Optional<URI> start = WebAddress.of(address);
        if (start.isEmpty()) {
            return Listing.failed(ItemReason.BAD_ADDRESS, 0);
        }
        Maps maps = new Maps(start.get().getHost());
        maps.add(start.get());
        // Whoever gives the site's own address means the map that its rules for robots name.
        if (start.get().getPath().equals("/")) {
            maps.waiting.clear();
            robots.sitemaps(start.get()).forEach(named -> WebAddress.of(named).ifPresent(maps::add));
            if (maps.waiting.isEmpty()) {
                maps.add(start.get().resolve("/sitemap.xml"));
            }
        }
        return maps.read();
    }

    /** The maps of a site, each read once. */
    private final class Maps {
        private final Deque<URI> waiting = new ArrayDeque<>();
        private final Set<URI> known = new HashSet<>();
        private final Map<String, Listed> found = new LinkedHashMap<>();
        private final SiteMapParser parser = new SiteMapParser(false, true);
        private final String host;

        Maps(String host) {
            this.host = host;
            // Old maps name no namespace, or one that was never published.
            parser.setStrictNamespace(false);
        }

        void add(URI map) {
            if (known.size() < MOST_MAPS && known.add(map)) {
                waiting.add(map);
            }
        }

        Listing read() throws InterruptedException {
            while (!waiting.isEmpty()) {
                URI map = waiting.removeFirst();
                Listing failed = read(map);
                // Without a part of its pages a site would look as if they were gone.
                if (failed != null) {
                    return failed;
                }
                if (found.size() > MOST_PAGES) {
                    return Listing.failed(ItemReason.TOO_MANY, 0);
                }
            }
            return Listing.of(List.copyOf(found.values()));
        }

        private @Nullable Listing read(URI map) throws InterruptedException {
            return switch (fetch
                    .get(new FetchRequest(map, Set.of(host), Wanted.SITEMAP, robots.delay(map), null,
                            null))) {
                case FetchOutcome.Got got -> parsed(got, map);
                case FetchOutcome.Answered answered -> Listing.failed(
                        answered.gone() ? ItemReason.NOT_FOUND : ItemReason.STATUS, answered.status());
                case FetchOutcome.Refused refused -> Listing.failed(ItemReason.of(refused.reason()), 0);
                case FetchOutcome.Unchanged unchanged -> Listing.failed(ItemReason.UNREADABLE, 0);
            };
        }

        private @Nullable Listing parsed(FetchOutcome.Got got, URI map) {
            try {
                AbstractSiteMap parsed = parser.parseSiteMap(unpacked(got.body()), map.toURL());
                if (parsed instanceof SiteMapIndex index) {
                    index.getSitemaps().forEach(inner -> WebAddress.of(inner.getUrl().toString())
                            .ifPresent(this::add));
                } else if (parsed instanceof SiteMap list) {
                    list.getSiteMapUrls().forEach(this::page);
                }
                return null;
            } catch (TooLarge e) {
                return Listing.failed(ItemReason.TOO_LARGE, 0);
            } catch (UnknownFormatException | IOException e) {
                return Listing.failed(ItemReason.UNREADABLE, 0);
            }
        }

        private void page(SiteMapURL listed) {
            WebAddress.of(listed.getUrl().toString()).filter(page -> without.stream().noneMatch(
                    beginning -> !beginning.isBlank() && page.getPath().startsWith(beginning.strip())))
                    .ifPresent(page -> found.putIfAbsent(page.toString(),
                            new Listed(page.toString(), changed(listed.getLastModified()))));
        }
    }

    private static @Nullable String changed(@Nullable Date moment) {
        return moment == null ? null : moment.toInstant().toString();
    }

    /** More than a map may be (sitemaps.org: 50 MB). */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = stream.readNBytes(MOST_UNPACKED);
            if (unpacked.length == MOST_UNPACKED) {
                throw new TooLarge();
            }
            return unpacked;
        }
    }

    @Override
    public Reading read(Listed page, @Nullable Seen seen) throws InterruptedException {
        Optional<URI> at = WebAddress.of(page.address());
        if (at.isEmpty()) {
            return Reading.Left.because(ItemReason.BAD_ADDRESS);
        }
        URI start = WebAddress.of(address).orElseThrow();
        if (!bare(at.get()).equals(bare(start))) {
            return Reading.Left.because(ItemReason.HOST_NOT_ALLOWED);
        }
        if (!robots.allows(at.get())) {
            return Reading.Left.because(ItemReason.ROBOTS);
        }
        if (seen != null && seen.goneAt() == null && page.changed() != null
                && page.changed().equals(seen.listed())) {
            return new Reading.Same();
        }
        return pages.read(at.get(), robots.delay(at.get()), seen);
    }

    /** A site map speaks for its own host alone (sitemaps.org), with or without www. */
    private static String bare(URI address) {
        String host = address.getHost();
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
