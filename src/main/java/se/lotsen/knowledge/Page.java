package se.lotsen.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A page of the municipality as it is served: its metadata, its text in Markdown and the passages cut from it.
 *
 * @param file its name relative to the knowledge-base folder
 * @param metadata the front matter
 * @param markdown the body
 * @param passages in the page's order; never empty
 * @param digest SHA-256 of the whole file in hexadecimal; equal digests mean equal content
 */
public record Page(String file, PageMetadata metadata, String markdown, List<Passage> passages,
        String digest) {
    /** So many digits of the digest name a version of a page in addresses; enough to tell all versions of one page apart. */
    public static final int REVISION_DIGITS = 12;

    /** What names this version of the page in addresses. */
    public String revision() {
        return revision(digest);
    }

    /** The same, of a digest. */
    public static String revision(String digest) {
        return digest.substring(0, Math.min(REVISION_DIGITS, digest.length()));
    }

    /**
     * The page in a file's text.
     *
     * @param file its name relative to the knowledge-base folder
     * @param findings receives everything that is wrong with it
     * @return empty when anything was reported
     */
    public static Optional<Page> read(String file, String text, Consumer<Finding> findings) {
        return PageReader.read(file, KnowledgeFolder.plain(text), findings);
    }

    /** The digest that a page with this file's text has; of any other file, too. */
    public static String digestOf(String text) {
        return PageReader.digest(KnowledgeFolder.plain(text));
    }

    /** The page's stable id. */
    public String id() {
        return metadata.id();
    }
}
