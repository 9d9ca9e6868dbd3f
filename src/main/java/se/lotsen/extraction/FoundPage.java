package se.lotsen.extraction;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.EService;

/**
 * A page as it was found at its source.
 *
 * @param address where it stands; of a row in a table what the row says, or null
 * @param title without the name of the site
 * @param markdown its main text, headings from the second level; never blank
 * @param breadcrumb from the start page to the page itself, as the page shows it; empty when it shows none
 * @param published when the source says that it was first published; null when it does not
 * @param modified when the source says that it was last changed; null when it does not
 * @param language two letters; the page's own claim
 * @param questions that the source itself puts to the text; empty for most
 * @param phrasings other ways to ask, where the source has any
 * @param eService null for what is no e-service
 */
public record FoundPage(@Nullable URI address, String title, String markdown, List<String> breadcrumb,
        @Nullable LocalDate published, @Nullable LocalDate modified, String language, List<String> questions,
        List<String> phrasings, @Nullable EService eService) {

    /** A page that is nothing but a text under a title. */
    static FoundPage plain(@Nullable URI address, String title, String markdown) {
        return new FoundPage(address, title, markdown, List.of(), null, null, "sv", List.of(), List.of(),
                null);
    }
}
