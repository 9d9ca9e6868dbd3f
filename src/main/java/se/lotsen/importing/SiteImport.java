package se.lotsen.importing;

import java.util.function.BiConsumer;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.FoundPage;
import se.lotsen.fetching.GuardedFetch;

/** Reads a whole site by its site map as an import does, and keeps nothing: for measuring how well sites are read. Blocks. */
public final class SiteImport {
    private final GuardedFetch fetch;
    private final Extractor extractor;

    /** With a fetch that may reach the site. */
    public SiteImport(GuardedFetch fetch, Extractor extractor) {
        this.fetch = fetch;
        this.extractor = extractor;
    }

    /**
     * How many pages came of the site, and how many did not.
     *
     * @param failed whether the site could not be listed at all
     */
    public record Counts(int pages, int left, boolean failed) {
    }

    /**
     * Reads every page that the site map lists.
     *
     * @param found is given each page with the address under which it was listed
     * @param left is given each address of which no page came, with the reason's name
     */
    public Counts run(String sitemap, BiConsumer<String, FoundPage> found, BiConsumer<String, String> left)
            throws InterruptedException {
        SitemapReader reader = new SitemapReader(fetch, new WebPage(fetch, extractor), sitemap,
                java.util.List.of());
        Listing listing = reader.list();
        if (listing.failure() != null) {
            left.accept(sitemap, listing.failure().name());
            return new Counts(0, 0, true);
        }
        int pages = 0;
        for (Listed page : listing.pages()) {
            switch (reader.read(page, null)) {
                case Reading.Found read -> {
                    found.accept(page.address(), read.page());
                    pages++;
                }
                case Reading.Left skipped -> left.accept(page.address(), skipped.reason().name());
                case Reading.Gone gone -> left.accept(page.address(), ItemReason.NOT_FOUND.name());
                case Reading.Same same -> left.accept(page.address(), ItemReason.FAULT.name());
            }
        }
        return new Counts(pages, listing.pages().size() - pages, false);
    }
}
