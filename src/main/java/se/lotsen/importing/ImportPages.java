package se.lotsen.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.staff.StaffMember;
import se.lotsen.staff.StaffRole;

/** Makes the pages of the import; no browser keeps one. */
final class ImportPages {
    /** Pages of a run that are shown at once. */
    static final int SHOWN = 200;
    private static final int RUNS = 10;
    private final Imports imports;
    private final SourceReaders readers;
    private final ContactDirectory contacts;
    private final KnowledgeWatch knowledge;
    private final ArchiveProperties properties;

    ImportPages(Imports imports, SourceReaders readers, ContactDirectory contacts, KnowledgeWatch knowledge,
            ArchiveProperties properties) {
        this.imports = imports;
        this.readers = readers;
        this.contacts = contacts;
        this.knowledge = knowledge;
        this.properties = properties;
    }

    /** What is gone at a source is taken away, so whoever imports is one who may publish. */
    static boolean mayImport(StaffMember member) {
        return member.is(StaffRole.APPROVER) || member.is(StaffRole.EDITOR);
    }

    /** A source in the list, with its latest run. */
    record Row(ImportSource source, @Nullable ImportRun run, Progress progress) {
    }

    Rendering.Builder<?> page(String view, StaffMember member) {
        return Rendering.view("editor/import/" + view).modelAttribute("member", member)
                .modelAttribute("editorPlace", "import").modelAttribute("mayImport", mayImport(member))
                .modelAttribute("zone", properties.zone()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    Rendering list(StaffMember member) {
        List<Row> rows = imports.sources().stream().map(source -> {
            List<ImportRun> runs = imports.runs(source.id(), 1);
            return runs.isEmpty()
                    ? new Row(source, null, new Progress(Map.of()))
                    : new Row(source, runs.getFirst(), imports.progress(runs.getFirst().id()));
        }).toList();
        return page("list", member).modelAttribute("rows", rows).modelAttribute("gone", imports.gone())
                .modelAttribute("kinds", kinds()).build();
    }

    private List<SourceKind> kinds() {
        return readers.readsFolders()
                ? List.of(SourceKind.values())
                : List.of(SourceKind.SITEMAP, SourceKind.PAGES, SourceKind.FILE, SourceKind.CATALOGUE);
    }

    /** @param source null for a new one */
    Rendering form(StaffMember member, SourceForm form, @Nullable ImportSource source,
            Map<String, String> faults) {
        Set<String> areas = new TreeSet<>();
        Set<String> owners = new TreeSet<>();
        knowledge.library().pages().values().forEach(page -> {
            areas.add(page.metadata().area());
            owners.add(page.metadata().owner());
        });
        return page("form", member).modelAttribute("form", form).modelAttribute("faults", faults)
                .modelAttribute("action", source == null
                        ? "/editor/import/ny?typ=" + form.kind().name()
                        : "/editor/import/" + source.id() + "/andra?version=" + source.version())
                .modelAttribute("back", source == null ? "/editor/import" : "/editor/import/" + source.id())
                .modelAttribute("isNew", source == null).modelAttribute("areas", areas)
                .modelAttribute("owners", owners).modelAttribute("contacts", contacts.contacts())
                .modelAttribute("audiences", SourceForm.audiences())
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST).build();
    }

    Set<String> contactIds() {
        return contacts.contacts().stream().map(ContactPoint::id).collect(Collectors.toSet());
    }

    /** What of a run is looked at. */
    record Wanted(@Nullable UUID run, @Nullable ItemOutcome outcome, int from) {
    }

    Rendering.Builder<?> source(StaffMember member, ImportSource source, Wanted wanted) {
        List<ImportRun> runs = imports.runs(source.id(), RUNS);
        ImportRun run = wanted.run() == null
                ? runs.stream().findFirst().orElse(null)
                : imports.run(wanted.run()).filter(one -> one.source().equals(source.id()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<RunItem> items = run == null
                ? List.of()
                : imports.items(run.id(), wanted.outcome(), wanted.from(), SHOWN + 1);
        return part("source", member, source, run).modelAttribute("runs", runs)
                .modelAttribute("items", items.size() > SHOWN ? items.subList(0, SHOWN) : items)
                .modelAttribute("next", items.size() > SHOWN ? items.get(SHOWN).position() : 0)
                .modelAttribute("outcome", wanted.outcome() == null ? "" : wanted.outcome().name())
                .modelAttribute("outcomes", ItemOutcome.values());
    }

    /** How far a run has come, for the page and for its script. */
    Rendering.Builder<?> part(String view, StaffMember member, ImportSource source, @Nullable ImportRun run) {
        return page(view, member).modelAttribute("source", source)
                .modelAttribute("run", run == null ? Map.of() : run).modelAttribute("hasRun", run != null)
                .modelAttribute("underWay", run != null && run.state().isUnderWay())
                .modelAttribute("progress",
                        run == null ? new Progress(Map.of()) : imports.progress(run.id()));
    }
}
