package se.lotsen.importing;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.Extraction;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.SourceDocument;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.Wanted;
import se.lotsen.importing.Reading.Found;
import se.lotsen.importing.Reading.Gone;
import se.lotsen.importing.Reading.Left;
import se.lotsen.importing.Reading.Same;

/** Fetches a page of the web and reads it. */
final class WebPage {
    private final GuardedFetch fetch;
    private final Extractor extractor;

    WebPage(GuardedFetch fetch, Extractor extractor) {
        this.fetch = fetch;
        this.extractor = extractor;
    }

    Reading read(URI address, Duration pause, @Nullable Seen seen) throws InterruptedException {
        FetchOutcome outcome = fetch
                .get(new FetchRequest(address, Set.of(address.getHost()), Wanted.PAGE, pause,
                        seen == null ? null : seen.etag(), seen == null ? null : seen.lastModified()));
        return switch (outcome) {
            case FetchOutcome.Got got -> extracted(got);
            case FetchOutcome.Unchanged unchanged -> new Same();
            case FetchOutcome.Answered answered -> answered.gone()
                    ? new Gone()
                    : new Left(ItemReason.STATUS, answered.status());
            case FetchOutcome.Refused refused -> Left.because(ItemReason.of(refused.reason()));
        };
    }

    private Reading extracted(FetchOutcome.Got got) throws InterruptedException {
        String path = got.address().getPath();
        Optional<SourceDocument.Kind> kind = SourceDocument.Kind.ofMediaType(got.mediaType());
        if (kind.isEmpty()) {
            return Left.because(ItemReason.WRONG_TYPE);
        }
        return switch (extractor.read(SourceDocument.of(kind.get(), got.body(), got.charset(),
                FileNames.title(path), got.address()))) {
            case Extraction.Pages pages ->
                new Found(pages.pages().getFirst(), got.etag(), got.lastModified());
            case Extraction.Nothing nothing -> Left.because(ItemReason.of(nothing.fault()));
        };
    }
}
