package se.lotsen.editor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftState;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageMetadata;

/** Every page with all that is to be said of it: those that are served, those that are written, those that cannot be read. */
final class PageList {
    private final KnowledgeWatch watch;
    private final Archive archive;
    private final PageUse use;
    private final List<PageAlarms> alarms;
    private final ArchiveProperties properties;
    private final Clock clock;

    PageList(KnowledgeWatch watch, Archive archive, PageUse use, List<PageAlarms> alarms,
            ArchiveProperties properties,
            Clock clock) {
        this.watch = watch;
        this.archive = archive;
        this.use = use;
        this.alarms = alarms;
        this.properties = properties;
        this.clock = clock;
    }

    /** Blocks. */
    List<PageRow> rows() {
        Library library = watch.library();
        Map<String, Draft> drafts = archive.drafts().stream()
                .filter(draft -> KnowledgeFolder.isPage(draft.file()))
                .collect(Collectors.toMap(Draft::file, draft -> draft));
        Map<String, Set<PageState>> said = said();
        Map<String, PageUse.Use> uses = use.lately();
        List<PageRow> rows = new ArrayList<>();
        for (Page page : library.pages().values()) {
            rows.add(served(page, drafts.remove(page.file()), said.getOrDefault(page.id(), Set.of()),
                    uses.getOrDefault(page.id(), PageUse.Use.NONE)));
        }
        for (String file : library.findings().stream().map(Finding::file).filter(KnowledgeFolder::isPage)
                .distinct()
                .toList()) {
            rows.add(other(file, drafts.remove(file), PageState.BROKEN));
        }
        drafts.values().forEach(draft -> rows.add(other(draft.file(), draft, null)));
        return rows;
    }

    private Map<String, Set<PageState>> said() {
        Map<String, Set<PageState>> all = new HashMap<>();
        alarms.forEach(one -> one.alarms().forEach(
                (page, states) -> all.computeIfAbsent(page, any -> EnumSet.noneOf(PageState.class))
                        .addAll(states)));
        return all;
    }

    private PageRow served(Page page, @Nullable Draft draft, Set<PageState> said, PageUse.Use uses) {
        PageMetadata fields = page.metadata();
        Set<PageState> states = EnumSet.of(PageState.PUBLISHED);
        states.addAll(said);
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        LocalDate end = fields.validTo();
        if (fields.reviewBy().isBefore(today) || end != null && end.isBefore(today)) {
            states.add(PageState.STALE);
        }
        add(states, draft);
        return new PageRow(page.file(), page.id(), fields.title(), states, fields.owner(), fields.area(),
                fields.language(),
                fields.audience().stream().map(Enum::name).collect(Collectors.joining(",")),
                fields.reviewBy(), end, uses, draft);
    }

    private PageRow other(String file, @Nullable Draft draft, @Nullable PageState state) {
        Set<PageState> states = state == null ? EnumSet.noneOf(PageState.class) : EnumSet.of(state);
        add(states, draft);
        PageDocument.Fields fields = draft == null
                ? PageDocument.Fields.NONE
                : PageDocument.parse(draft.text()).fields();
        return new PageRow(file, fields.id(), text(fields.title(), file), states, text(fields.owner(), ""),
                text(fields.area(), ""), text(fields.language(), "sv"), String.join(",",
                        fields.audience() == null ? List.<String>of() : fields.audience()),
                date(fields.reviewBy()), date(fields.validTo()), PageUse.Use.NONE, draft);
    }

    private static void add(Set<PageState> states, @Nullable Draft draft) {
        if (draft != null) {
            states.add(draft.state() == DraftState.IN_REVIEW ? PageState.IN_REVIEW : PageState.DRAFT);
        }
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            // An editor is in the middle of typing it.
            return null;
        }
    }

    /** Every owner that a page has, in order. */
    static List<String> owners(List<PageRow> rows) {
        return rows.stream().map(PageRow::owner).filter(owner -> !owner.isEmpty()).distinct().sorted()
                .toList();
    }

    /** Unmodifiable, for templates. */
    static List<PageState> states() {
        return Collections.unmodifiableList(List.of(PageState.values()));
    }
}
