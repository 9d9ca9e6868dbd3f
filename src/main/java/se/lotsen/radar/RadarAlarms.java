package se.lotsen.radar;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.lotsen.editor.PageAlarms;
import se.lotsen.editor.PageState;
import se.lotsen.inspection.Detail;

/** Marks pages in the editors' list with the faults that nobody has put aside, as the last look has seen them. */
final class RadarAlarms implements PageAlarms {
    private final Radar radar;

    RadarAlarms(Radar radar) {
        this.radar = radar;
    }

    /** A page that is a double, an orphan or speaks of a day that has passed is answered from still, and has no state. */
    @Override
    public Map<String, Set<PageState>> alarms() {
        Map<String, Set<PageState>> alarms = new HashMap<>();
        for (Report.Entry entry : radar.report().open()) {
            PageState state = switch (entry.fault().detail()) {
                case Detail.Values values -> PageState.CONFLICTING;
                case Detail.Link link -> PageState.BROKEN_LINK;
                case Detail.Ended ended -> PageState.STALE;
                case Detail.Overdue overdue -> PageState.STALE;
                case Detail.Passed passed -> PageState.PUBLISHED;
                case Detail.Alike alike -> PageState.PUBLISHED;
                case Detail.Alone alone -> PageState.PUBLISHED;
            };
            if (state != PageState.PUBLISHED) {
                entry.fault().pages().forEach(page -> alarms
                        .computeIfAbsent(page, any -> EnumSet.noneOf(PageState.class)).add(state));
            }
        }
        return alarms;
    }
}
