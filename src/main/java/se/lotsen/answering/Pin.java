package se.lotsen.answering;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that an editor has tied to a page.
 *
 * @param anchor the passage that answers; null for the whole page
 * @param questions in a citizen's words
 * @param until the last day; null for always
 * @param note for colleagues; may be empty
 */
public record Pin(String id, String page, @Nullable String anchor, List<String> questions,
        @Nullable LocalDate until, String note) {
    public Pin {
        questions = List.copyOf(questions);
    }

    /** What it points to, as a reference: a page's id, with the passage's anchor where there is one. */
    public String target() {
        return page + (anchor == null ? "" : "#" + anchor);
    }

    /** As citizens' words are compared: case, punctuation and blanks make no difference. */
    public static String folded(String question) {
        return Objects.requireNonNull(question).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }
}
