package se.lotsen.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an imported page says of where it comes from.
 *
 * @param source the kind of source, such as {@code sitemap} or {@code pdf}
 * @param published when it was first published there; null where nobody says
 * @param modified when it was last changed there; null where nobody says
 * @param breadcrumb the headings above it there, outermost first; empty where there are none
 */
public record PageOrigin(String source, @Nullable LocalDate published, @Nullable LocalDate modified,
        List<String> breadcrumb) {
}
