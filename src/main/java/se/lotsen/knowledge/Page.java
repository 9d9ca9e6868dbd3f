package se.lotsen.knowledge;

import java.util.List;

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

    /** The page's stable id. */
    public String id() {
        return metadata.id();
    }
}
