package se.lotsen.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says it has.
 *
 * @param failure why it could not be asked; null when it could
 * @param status that its server answered with; 0 when that says nothing
 */
record Listing(List<Listed> pages, @Nullable ItemReason failure, int status) {
    static Listing of(List<Listed> pages) {
        return new Listing(pages, pages.isEmpty() ? ItemReason.NOTHING_LISTED : null, 0);
    }

    static Listing failed(ItemReason reason, int status) {
        return new Listing(List.of(), reason, status);
    }
}
