package se.lotsen.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/** Pages as they were: a citation opens the version that it cites. Whoever keeps them implements it; it may block. */
@FunctionalInterface
public interface PastPages {

    /** Nobody keeps any. */
    PastPages NONE = (id, revision) -> Optional.empty();

    /**
     * @param id the page's id
     * @param revision the first digits of its digest, at least {@value Page#REVISION_DIGITS}
     */
    Optional<PastPage> page(String id, String revision);

    /**
     * A page that is served no more in this form.
     *
     * @param until the day on which it was replaced or removed
     * @param removed whether there is nothing in its place
     */
    record PastPage(Page page, LocalDate until, boolean removed) {
    }
}
