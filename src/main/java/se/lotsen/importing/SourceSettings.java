package se.lotsen.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.FaqLayout;

/**
 * What a source is, and what the pages from it get that their source does not say.
 *
 * @param address of the site map or the catalogue; of files, where they can be read on the web; may be empty for {@code PAGES}
 * @param addresses of single pages; empty for every other kind
 * @param folder below the folder that the operator has named; empty for every other kind
 * @param without beginnings of paths on the site that are left out
 * @param file name of the uploaded file; empty before one is
 * @param faq how its table is read; null where it is none, or nobody has said
 * @param area where the pages lie in the knowledge base
 * @param contact key into {@code contacts.yaml}
 * @param reviewMonths until the pages are to be looked at again, from 1 to 36
 * @param retiring whether a page that is gone at the source is served no more
 */
public record SourceSettings(String address, List<String> addresses, String folder, List<String> without,
        String file, @Nullable FaqLayout faq, String area, String owner, String contact, String audience,
        String nonDigitalRoute, int reviewMonths, boolean retiring) {

    /** The same with another file, or another way to read it. */
    SourceSettings with(String otherFile, @Nullable FaqLayout layout) {
        return new SourceSettings(address, addresses, folder, without, otherFile, layout, area, owner,
                contact,
                audience, nonDigitalRoute, reviewMonths, retiring);
    }
}
