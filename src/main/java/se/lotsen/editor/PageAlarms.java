package se.lotsen.editor;

import java.util.Map;
import java.util.Set;

/** What other rooms have to say of pages, by page id. Several may be there; they may block shortly. */
@FunctionalInterface
public interface PageAlarms {

    /** States beyond those that the editors' own files tell. */
    Map<String, Set<PageState>> alarms();
}
