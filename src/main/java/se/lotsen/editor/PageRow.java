package se.lotsen.editor;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Draft;

/**
 * A page in the list, served or not.
 *
 * @param page its id; null for a draft that has none yet
 * @param states everything that is to be said of it, the most urgent first; never empty
 * @param reviewBy null where nobody has said
 * @param validTo null where it has no end
 * @param use how residents have met it lately
 * @param draft null where nobody is writing
 */
public record PageRow(String file, @Nullable String page, String title, Set<PageState> states, String owner,
        String area, String language, String audience, @Nullable LocalDate reviewBy,
        @Nullable LocalDate validTo,
        PageUse.Use use, @Nullable Draft draft) {
}
