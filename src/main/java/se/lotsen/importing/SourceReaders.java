package se.lotsen.importing;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.Extractor;
import se.lotsen.fetching.GuardedFetch;

/** Opens a source for one run. */
final class SourceReaders {
    private final GuardedFetch fetch;
    private final Extractor extractor;
    private final Uploads uploads;
    private final @Nullable Path folder;

    /** @param folder below which folders may be read; null when none may */
    SourceReaders(GuardedFetch fetch, Extractor extractor, Uploads uploads, @Nullable Path folder) {
        this.fetch = fetch;
        this.extractor = extractor;
        this.uploads = uploads;
        this.folder = folder;
    }

    SourceReader open(ImportSource source) {
        SourceSettings settings = source.settings();
        WebPage pages = new WebPage(fetch, extractor);
        return switch (source.kind()) {
            case SITEMAP -> new SitemapReader(fetch, pages, settings.address(), settings.without());
            case PAGES -> new PagesReader(fetch, pages, settings.addresses());
            case FOLDER -> new FolderReader(extractor, folder, settings.folder(), settings.address());
            case FILE -> DocumentReader.file(extractor, uploads.file(source).orElse(null), settings.file(),
                    settings.address(), settings.faq());
            case CATALOGUE -> DocumentReader.catalogue(fetch, extractor, settings.address());
        };
    }

    /** Whether folders on the server may be imported at all. */
    boolean readsFolders() {
        return Optional.ofNullable(folder).isPresent();
    }
}
