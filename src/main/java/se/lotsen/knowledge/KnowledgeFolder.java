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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The editors' folder on disk: names its files and reads them as UTF-8. A file that is missing, unreadable, too large or
 * in another encoding becomes a finding, never an exception.
 */
public final class KnowledgeFolder {
    /** No page and no list of an editor comes near this size in bytes; what does is something else. */
    static final long MAX_BYTES = 1_000_000;
    private static final String PAGES = "pages/";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path root;
    private final Map<String, Optional<String>> changes;

    /** A folder that may or may not exist yet. */
    public KnowledgeFolder(Path root) {
        this(root.toAbsolutePath().normalize(), Map.of());
    }

    private KnowledgeFolder(Path root, Map<String, Optional<String>> changes) {
        this.root = root;
        this.changes = changes;
    }

    /**
     * The folder as it would be with some files changed; the disk is not touched. Whoever reads a folder reads drafts this way.
     *
     * @param other texts by file, relative to the folder with forward slashes; empty for a file that would be gone
     */
    public KnowledgeFolder with(Map<String, Optional<String>> other) {
        Map<String, Optional<String>> both = new HashMap<>(changes);
        both.putAll(other);
        return new KnowledgeFolder(root, Map.copyOf(both));
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
        try {
            SortedSet<String> names = FolderFiles.below(pages).stream()
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .map(this::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            changes.forEach((file, text) -> {
                if (text.isEmpty()) {
                    names.remove(file);
                } else if (isPage(file)) {
                    names.add(file);
                }
            });
            return List.copyOf(names);
        } catch (IOException e) {
            findings.accept(Finding.of("pages", 0, Finding.Code.UNREADABLE, pages.toString()));
            return List.of();
        }
    }

    /**
     * The names of all files, in a fixed order.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be listed
     */
    public SortedSet<String> files() {
        try {
            SortedSet<String> names = FolderFiles.below(root).stream().filter(Files::isRegularFile)
                    .map(this::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            changes.forEach((file, text) -> {
                if (text.isEmpty()) {
                    names.remove(file);
                } else {
                    names.add(file);
                }
            });
            return names;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether a file, by its name, is a page. */
    public static boolean isPage(String file) {
        return file.startsWith(PAGES) && file.endsWith(".md");
    }

    /** A file's text in Unicode's composed form (NFC) without a byte order mark, or empty with a finding. */
    public Optional<String> read(String file, Consumer<Finding> findings) {
        Path path = root.resolve(file);
        Optional<String> changed = changes.get(file);
        if (changed != null) {
            if (changed.isEmpty()) {
                findings.accept(Finding.of(file, 0, Finding.Code.MISSING, path.toString()));
            }
            return changed.filter(text -> !isTooLarge(file, bytes(text), findings))
                    .map(KnowledgeFolder::plain);
        }
        try {
            if (isTooLarge(file, Files.size(path), findings)) {
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                findings.accept(Finding.of(file, 0, Finding.Code.NOT_UTF8));
                return Optional.empty();
            }
            return Optional.of(plain(text));
        } catch (CharacterCodingException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.NOT_UTF8));
        } catch (NoSuchFileException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.MISSING, path.toString()));
        } catch (IOException e) {
            findings.accept(Finding.of(file, 0, Finding.Code.UNREADABLE, path.toString()));
        }
        return Optional.empty();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isTooLarge(String file, long bytes, Consumer<Finding> findings) {
        if (bytes > MAX_BYTES) {
            findings.accept(Finding.of(file, 0, Finding.Code.TOO_LARGE, Long.toString(MAX_BYTES)));
        }
        return bytes > MAX_BYTES;
    }

    /** Text pasted from elsewhere may hold "o" and two dots for "ö"; nobody would ever find it. */
    static String plain(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == BYTE_ORDER_MARK) {
            start++;
        }
        return Normalizer.normalize(text.substring(start), Normalizer.Form.NFC);
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
