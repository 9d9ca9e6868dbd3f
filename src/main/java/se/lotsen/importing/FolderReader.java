package se.lotsen.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.Extraction;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.SourceDocument;
import se.lotsen.extraction.SourceDocument.Kind;
import se.lotsen.fetching.WebAddress;

/**
 * The files in a folder on the server, below the one that the operator has named. A name or a link that leads out of that is
 * not followed.
 */
final class FolderReader implements SourceReader {
    private static final Set<Kind> KINDS = Set.of(Kind.HTML, Kind.MARKDOWN, Kind.PDF, Kind.TEXT);
    private static final long LARGEST = 30_000_000;
    private static final int MOST_FILES = 50_000;

    private final Extractor extractor;
    private final @Nullable Path allowed;
    private final String folder;
    private final String address;

    /**
     * @param allowed null when the operator has named no folder
     * @param address where the files can be read on the web
     */
    FolderReader(Extractor extractor, @Nullable Path allowed, String folder, String address) {
        this.extractor = extractor;
        this.allowed = allowed;
        this.folder = folder;
        this.address = address.endsWith("/") ? address : address + "/";
    }

    /** The folder itself, with all links in its name followed; empty when it is none of ours. */
    private Optional<Path> root() {
        try {
            if (allowed == null) {
                return Optional.empty();
            }
            Path outer = allowed.toRealPath();
            Path root = outer.resolve(folder).normalize();
            return root.startsWith(outer) && Files.isDirectory(root) && root.toRealPath().startsWith(outer)
                    ? Optional.of(root.toRealPath())
                    : Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Listing list() {
        Optional<Path> root = root();
        if (root.isEmpty()) {
            return Listing.failed(ItemReason.NO_FOLDER, 0);
        }
        try (Stream<Path> files = Files.walk(root.get(), 12)) {
            List<Listed> listed = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Kind.ofName(file.getFileName().toString()).filter(KINDS::contains)
                            .isPresent())
                    .limit(MOST_FILES + 1L)
                    .map(file -> new Listed(root.get().relativize(file).toString().replace('\\', '/'),
                            stamp(file)))
                    .sorted(java.util.Comparator.comparing(Listed::address)).toList();
            return listed.size() > MOST_FILES ? Listing.failed(ItemReason.TOO_MANY, 0) : Listing.of(listed);
        } catch (IOException | UncheckedIOException e) {
            return Listing.failed(ItemReason.NO_FOLDER, 0);
        }
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant() + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reading read(Listed page, @Nullable Seen seen) throws InterruptedException {
        if (seen != null && seen.goneAt() == null && page.changed() != null
                && page.changed().equals(seen.listed())) {
            return new Reading.Same();
        }
        Optional<URI> at = WebAddress.of(address + page.address().replace("%", "%25").replace("#", "%23")
                .replace("?", "%3F"));
        Optional<Kind> kind = Kind.ofName(page.address());
        if (at.isEmpty() || kind.isEmpty()) {
            return Reading.Left.because(ItemReason.BAD_ADDRESS);
        }
        byte[] bytes;
        try {
            Optional<Path> file = inside(page.address());
            if (file.isEmpty()) {
                return new Reading.Gone();
            }
            if (Files.size(file.get()) > LARGEST) {
                return Reading.Left.because(ItemReason.TOO_LARGE);
            }
            bytes = Files.readAllBytes(file.get());
        } catch (IOException e) {
            return Reading.Left.because(ItemReason.UNREADABLE);
        }
        return switch (extractor
                .read(SourceDocument.of(kind.get(), bytes, null, FileNames.title(page.address()),
                        at.get()))) {
            case Extraction.Pages pages -> new Reading.Found(pages.pages().getFirst(), null, null);
            case Extraction.Nothing nothing -> Reading.Left.because(ItemReason.of(nothing.fault()));
        };
    }

    /** A file of the folder; empty when it is not there, or somewhere else by now. */
    private Optional<Path> inside(String name) throws IOException {
        Optional<Path> root = root();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Path file = root.get().resolve(name).normalize();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toRealPath().startsWith(root.get())
                        ? Optional.of(file.toRealPath())
                        : Optional.empty();
    }
}
