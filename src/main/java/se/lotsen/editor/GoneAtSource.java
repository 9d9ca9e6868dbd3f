package se.lotsen.editor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.lotsen.importing.GoneAlarm;
import se.lotsen.importing.Imports;
import se.lotsen.knowledge.Library;

/** Marks pages in the editors' list that are served still, although they are gone where they were imported from. */
final class GoneAtSource implements PageAlarms {
    private final Imports imports;
    private final Supplier<Library> library;

    GoneAtSource(Imports imports, Supplier<Library> library) {
        this.imports = imports;
        this.library = library;
    }

    @Override
    public Map<String, Set<PageState>> alarms() {
        Set<String> gone = imports.gone().stream().map(GoneAlarm::file).collect(Collectors.toSet());
        Map<String, Set<PageState>> alarms = new HashMap<>();
        library.get().pages().values().stream().filter(page -> gone.contains(page.file()))
                .forEach(page -> alarms.put(page.id(), Set.of(PageState.GONE_AT_SOURCE)));
        return alarms;
    }
}
