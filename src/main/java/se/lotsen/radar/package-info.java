/**
 * The radar: what the inspection finds on the pages that are served is kept, shown to editors, put aside by them, and told to
 * those who answer for the pages. It must never change what a page says, other than the day on which somebody confirmed it,
 * and it must never know what anybody asked or who: only how many met a page.
 *
 * <p>{@link se.lotsen.radar.OwnersCheck} is the door for the report on a folder; the list of pages is told by
 * {@link se.lotsen.editor.PageAlarms}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "knowledge", "inspection", "conversation",
        "archive",
        "staff",
        "delivery", "editor", "spreadsheet", "fetching"})
package se.lotsen.radar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
