package se.lotsen.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page's front matter: everything an editor says about a page beside its text.
 *
 * @param id stable slug, the page's name in every output
 * @param title the page's heading
 * @param url the page's address on the municipality's own site
 * @param area the area (folder) it belongs to
 * @param owner the department that answers for it
 * @param audience whom it is for; never empty
 * @param reviewed when somebody last confirmed the content
 * @param reviewBy when it must be confirmed again
 * @param validFrom first day on which the content holds; null when it always did
 * @param validTo last day on which the content holds; null when it has no end
 * @param eService the e-service it leads to; null when there is none
 * @param nonDigitalRoute how the matter is done without the internet
 * @param contact key into {@code contacts.yaml}
 * @param questions one to three genuine questions that the page answers
 * @param phrasings the same needs in residents' own words; empty for a page that nobody has given any
 * @param language that the page is written in, BCP 47
 * @param origin where it was imported from; null for a page that is written here
 */
public record PageMetadata(String id, String title, String url, String area, String owner,
        List<Audience> audience,
        LocalDate reviewed, LocalDate reviewBy, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
        @Nullable EService eService, String nonDigitalRoute, String contact, List<String> questions,
        List<String> phrasings, String language, @Nullable PageOrigin origin) {
    /** The language of a page that names none. */
    static final String HOME = "sv";
}
