package se.lotsen.retrieval;

import java.util.List;
import java.util.stream.Stream;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;

/**
 * What the index needs of a page.
 *
 * @param id the page's id
 * @param digest equal digests are not indexed again
 * @param questions genuine questions and alternative phrasings of the page as a whole; may be empty
 * @param passages the page's passages in order
 */
public record IndexedPage(String id, String digest, List<String> questions, List<Passage> passages) {

    /** A page of the knowledge base. */
    public static IndexedPage of(Page page) {
        return new IndexedPage(page.id(), page.digest(),
                Stream.concat(page.metadata().questions().stream(), page.metadata().phrasings().stream())
                        .toList(),
                page.passages());
    }
}
