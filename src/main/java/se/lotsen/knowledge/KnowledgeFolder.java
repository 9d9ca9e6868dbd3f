package se.lotsen.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The editors' folder on disk: names its files and reads them as UTF-8. A file that is missing, unreadable, too large or
 * in another encoding becomes a finding, never an exception.
 */
public final class KnowledgeFolder {
    /** No page and no list of an editor comes near this size in bytes; what does is something else. */
    static final long MAX_BYTES = 1_000_000;

    private final Path root;

    /** A folder that may or may not exist yet. */
    public KnowledgeFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The folder, absolute. */
    public Path root() {
        return root;
    }

    /** Where a file of the folder lies. */
    public Path resolve(String file) {
        return root.resolve(file);
    }

    /** The Markdown files below {@code pages/} in a fixed order; a missing or unreadable folder is a finding. */
    List<String> pageFiles(Consumer<Finding> findings) {
        Path pages = root.resolve("pages");
        if (!Files.isDirectory(pages)) {
            findings.accept(Finding.of("pages", 0, Finding.Code.MISSING, pages.toString()));
            return List.of();
        }
        try (Stream<Path> files = Files.walk(pages)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md"))
                    .filter(file -> !Files.isDirectory(file))
                    .map(this::name)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            findings.accept(Finding.of("pages", 0, Finding.Code.UNREADABLE, pages.toString()));
            return List.of();
        }
    }

    /** A file's text in Unicode's composed form (NFC) without a byte order mark, or empty with a finding. */
    public Optional<String> read(String file, Consumer<Finding> findings) {
        Path path = root.resolve(file);
        try {
            if (Files.size(path) > MAX_BYTES) {
                findings.accept(Finding.of(file, 0, Finding.Code.TOO_LARGE, Long.toString(MAX_BYTES)));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            // Text pasted from elsewhere may hold "o" and two dots for "ö"; nobody would ever find it.
            return Optional.of(Normalizer.normalize(text.startsWith("\uFEFF") ? text.substring(1) : text,
                    Normalizer.Form.NFC));
        } catch (CharacterCodingException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.NOT_UTF8));
        } catch (NoSuchFileException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.MISSING, path.toString()));
        } catch (IOException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.UNREADABLE, path.toString()));
        }
        return Optional.empty();
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
