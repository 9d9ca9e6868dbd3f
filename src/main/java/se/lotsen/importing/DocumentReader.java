package se.lotsen.importing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.Extraction;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.FaqLayout;
import se.lotsen.extraction.FoundPage;
import se.lotsen.extraction.SourceDocument;
import se.lotsen.extraction.SourceDocument.Kind;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.WebAddress;
import se.lotsen.fetching.Wanted;

/** A document that holds many pages: an uploaded file, or a catalogue of e-services. It is read once for a run. */
final class DocumentReader implements SourceReader {
    private final Content content;
    private final Extractor extractor;
    private @Nullable Map<String, FoundPage> pages;

    private DocumentReader(Content content, Extractor extractor) {
        this.content = content;
        this.extractor = extractor;
    }

    /** Where the document comes from. */
    private interface Content {
        Document get() throws InterruptedException;
    }

    private record Document(@Nullable SourceDocument document, @Nullable ItemReason failure, int status) {
        static Document failed(ItemReason reason, int status) {
            return new Document(null, reason, status);
        }
    }

    /** @param file where it was put; null when none was uploaded yet */
    static DocumentReader file(Extractor extractor, @Nullable Path file, String name, String address,
            @Nullable FaqLayout faq) {
        return new DocumentReader(() -> {
            Optional<Kind> kind = Kind.ofName(name);
            Optional<URI> at = WebAddress.of(address);
            if (file == null || kind.isEmpty() || !Files.isRegularFile(file)) {
                return Document.failed(ItemReason.NO_FILE, 0);
            }
            if (at.isEmpty()) {
                return Document.failed(ItemReason.BAD_ADDRESS, 0);
            }
            try {
                return new Document(new SourceDocument(kind.get(), Files.readAllBytes(file), null,
                        FileNames.title(name), at.get(), faq), null, 0);
            } catch (IOException e) {
                return Document.failed(ItemReason.NO_FILE, 0);
            }
        }, extractor);
    }

    static DocumentReader catalogue(GuardedFetch fetch, Extractor extractor, String address) {
        return new DocumentReader(() -> {
            Optional<URI> at = WebAddress.of(address);
            if (at.isEmpty()) {
                return Document.failed(ItemReason.BAD_ADDRESS, 0);
            }
            return switch (fetch.get(new FetchRequest(at.get(), Set.of(at.get().getHost()), Wanted.CATALOGUE,
                    Duration.ZERO, null, null))) {
                case FetchOutcome.Got got -> new Document(SourceDocument.of(Kind.CATALOGUE, got.body(),
                        got.charset(), "", got.address()), null, 0);
                case FetchOutcome.Answered answered -> Document.failed(ItemReason.STATUS, answered.status());
                case FetchOutcome.Refused refused -> Document.failed(ItemReason.of(refused.reason()), 0);
                case FetchOutcome.Unchanged unchanged -> Document.failed(ItemReason.UNREADABLE, 0);
            };
        }, extractor);
    }

    @Override
    public Listing list() throws InterruptedException {
        Map<String, FoundPage> found = new LinkedHashMap<>();
        Document document = content.get();
        if (document.document() == null) {
            return Listing.failed(document.failure() == null ? ItemReason.FAULT : document.failure(),
                    document.status());
        }
        switch (extractor.read(document.document())) {
            case Extraction.Nothing nothing -> {
                return Listing.failed(ItemReason.of(nothing.fault()), 0);
            }
            case Extraction.Pages read ->
                read.pages().forEach(page -> found.putIfAbsent(name(page, found), page));
        }
        pages = found;
        List<Listed> listed = new ArrayList<>();
        found.keySet().forEach(name -> listed.add(new Listed(name, null)));
        return Listing.of(listed);
    }

    /** A page without an address of its own is known by its title; the second of that title by a number. */
    private static String name(FoundPage page, Map<String, FoundPage> found) {
        String name = page.eService() != null && page.address() != null
                ? page.address().toString()
                : "#" + FileNames.slug(page.title());
        int number = 2;
        String free = name;
        while (found.containsKey(free)) {
            free = name + "-" + number++;
        }
        return free;
    }

    @Override
    public Reading read(Listed page, @Nullable Seen seen) throws InterruptedException {
        if (pages == null) {
            Listing again = list();
            if (again.failure() != null) {
                return new Reading.Left(again.failure(), again.status());
            }
        }
        FoundPage found = pages == null ? null : pages.get(page.address());
        return found == null ? new Reading.Gone() : new Reading.Found(found, null, null);
    }
}
