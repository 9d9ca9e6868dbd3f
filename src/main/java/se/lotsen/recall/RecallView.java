package se.lotsen.recall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor asked for, and what there is of it.
 *
 * @param page the page's id
 * @param versions those that are not served now, the latest first; empty for a page that was never changed
 * @param chosen one of them; null when there is none
 * @param right the version that is served now
 * @param changes what the chosen version says otherwise
 * @param selection null where nothing is chosen, and then {@code hits} is null, too
 * @param wrongVersions in which it was wrong, oldest first
 * @param from the first day as it was typed; empty for no bound
 * @param until the last day, as well
 */
public record RecallView(String page, String title, List<PageVersion> versions, @Nullable PageVersion chosen,
        PageVersion right, List<PassageChange> changes, @Nullable Selection selection,
        List<PageVersion> wrongVersions, @Nullable Hits hits, String from, String until) {
    public RecallView {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
        wrongVersions = List.copyOf(wrongVersions);
    }

    /** Whether that is among what was chosen. */
    public boolean isChosen(String mark) {
        return selection != null && selection.marks().contains(mark);
    }
}
