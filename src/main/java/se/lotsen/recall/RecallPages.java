package se.lotsen.recall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Revision;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.conversation.QuestionHistory.Cited;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;

/** What an editor looks at: a page, its revisions, what was wrong in one, and who was told it. It blocks. */
final class RecallPages {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private final Archive archive;
    private final KnowledgeWatch watch;
    private final QuestionHistory history;
    private final Recall recall;
    private final ZoneId zone;

    RecallPages(Archive archive, KnowledgeWatch watch, QuestionHistory history, Recall recall, ZoneId zone) {
        this.archive = archive;
        this.watch = watch;
        this.history = history;
        this.recall = recall;
        this.zone = zone;
    }

    List<PageChoice> choices() {
        return watch.library().pages().values().stream()
                .map(page -> new PageChoice(page.id(), page.metadata().title()))
                .sorted(Comparator.comparing(PageChoice::title, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    LocalTimes local() {
        return new LocalTimes(zone);
    }

    /** Empty for a page of which the archive has nothing. */
    Optional<PageVersions> versions(String page) {
        return file(page).map(archive::history).filter(all -> !all.isEmpty())
                .map(all -> PageVersions.of(page, all));
    }

    /** Of a page that is served no more, by what was cited of it. */
    private Optional<String> file(String page) {
        return watch.library().page(page).map(Page::file)
                .or(() -> history.citing(page).stream().map(Cited::citation).map(Citation::revision)
                        .filter(Objects::nonNull).distinct()
                        .flatMap(revision -> archive.revisionOf(page, Objects.requireNonNull(revision))
                                .stream())
                        .map(Revision::file).findFirst());
    }

    /** @param asked {@code sida}, {@code version}, {@code fel}, {@code fran}, {@code till}; anything wrong in it counts as not said */
    Optional<RecallView> view(MultiValueMap<String, String> asked) {
        String page = text(asked, "sida");
        return versions(page).map(versions -> view(versions, asked));
    }

    private RecallView view(PageVersions versions, MultiValueMap<String, String> asked) {
        PageVersion right = versions.latest();
        List<PageVersion> before = versions.all().reversed().stream()
                .filter(version -> !version.revision().digest().equals(right.revision().digest())).toList();
        Optional<PageVersion> chosen = number(asked).flatMap(versions::version).filter(before::contains)
                .or(() -> before.stream().findFirst());
        List<PassageChange> changes = chosen.map(old -> PageVersions.changes(old, right)).orElse(List.of());
        Set<String> marks = marks(asked, changes);
        Optional<Selection> selection = chosen.filter(old -> !marks.isEmpty())
                .map(old -> new Selection(versions.id(), old.number(), right.number(), marks,
                        start(text(asked, "fran"), 0), start(text(asked, "till"), 1)));
        Optional<Fault> fault = selection.flatMap(one -> Fault.of(versions, one));
        return new RecallView(versions.id(), title(versions), before, chosen.orElse(null), right, changes,
                selection.orElse(null), fault.map(Fault::versions).orElse(List.of()),
                fault.map(one -> recall.find(versions.id(), one)).orElse(null), text(asked, "fran"),
                text(asked, "till"));
    }

    /** All that have changed, until somebody has chosen. */
    private static Set<String> marks(MultiValueMap<String, String> asked, List<PassageChange> changes) {
        Set<String> all = changes.stream().flatMap(PassageChange::marks)
                .collect(Collectors.toCollection(TreeSet::new));
        if (asked.containsKey("valt")) {
            all.retainAll(asked.getOrDefault("fel", List.of()));
        }
        return all;
    }

    /** The same for a correction that was begun. */
    Hits hits(Selection selection) {
        return fault(selection).map(fault -> recall.find(selection.page(), fault))
                .orElse(new Hits(List.of(), 0));
    }

    Optional<Fault> fault(Selection selection) {
        return versions(selection.page()).flatMap(versions -> Fault.of(versions, selection));
    }

    static String title(PageVersions versions) {
        return versions.all().reversed().stream().flatMap(version -> version.page().stream()).findFirst()
                .map(page -> page.metadata().title()).orElse(versions.id());
    }

    private @Nullable Instant start(String day, int later) {
        try {
            return day.matches(DAY)
                    ? LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant()
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<Integer> number(MultiValueMap<String, String> asked) {
        String number = text(asked, "version");
        return number.matches("\\d{1,8}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    static String text(MultiValueMap<String, String> asked, String name) {
        return Objects.requireNonNullElse(asked.getFirst(name), "").strip();
    }
}
