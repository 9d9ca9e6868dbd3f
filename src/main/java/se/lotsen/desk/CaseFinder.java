package se.lotsen.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.CaseSearch;
import se.lotsen.conversation.CaseSearch.Hit;
import se.lotsen.conversation.CaseSearch.Query;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.Standing;
import se.lotsen.desk.SearchView.Found;
import se.lotsen.knowledge.KnowledgeWatch;

/**
 * Looks for old cases, for a colleague's eyes: what {@link CaseBook} does not show is no hit. What was looked for is never
 * logged. It blocks.
 */
final class CaseFinder {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int PAGE = 20;
    /** Nobody reads further; whoever has not found it then narrows the search. */
    private static final int PAGES = 10;
    private final CaseSearch search;
    private final CaseBook book;
    private final KnowledgeWatch watch;
    private final ZoneId zone;

    CaseFinder(CaseSearch search, CaseBook book, KnowledgeWatch watch, Clock clock) {
        this.search = search;
        this.book = book;
        this.watch = watch;
        this.zone = clock.getZone();
    }

    /** The form alone when nothing was asked for. */
    SearchView find(Colleague who, SearchForm form) {
        if (form.isEmpty()) {
            return view(form, "", List.of(), 0, false);
        }
        String word = form.word();
        if (!word.isEmpty() && word.length() < SHORTEST || word.length() > LONGEST
                || form.agent().length() > LONGEST) {
            return view(form, "word", List.of(), 0, false);
        }
        Query query;
        try {
            query = query(form);
        } catch (DateTimeParseException e) {
            return view(form, "date", List.of(), 0, false);
        }
        int page = Math.clamp(form.page(), 1, PAGES);
        List<Hit> hits = search.find(query, book.sight(who), (page - 1) * PAGE, PAGE + 1);
        return view(form, "", hits.stream().limit(PAGE).filter(hit -> book.shows(who, hit.standing()))
                .map(this::found).toList(), page, hits.size() > PAGE);
    }

    private Query query(SearchForm form) {
        return new Query(orNull(form.word()), orNull(form.queue()), orNull(form.topic()),
                form.from().isEmpty() ? null : LocalDate.parse(form.from()).atStartOfDay(zone).toInstant(),
                form.to().isEmpty()
                        ? null
                        : LocalDate.parse(form.to()).plusDays(1).atStartOfDay(zone).toInstant(),
                orNull(form.agent()), Arrays.stream(ConversationState.values())
                        .filter(state -> state.name().equals(form.state())).findFirst().orElse(null));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Found found(Hit hit) {
        Standing standing = hit.standing();
        Packet packet = book.packet(standing.conversation());
        return new Found(standing.conversation().value(), packet.topic(),
                book.queueName(Objects.requireNonNullElse(standing.queue(), "")), standing.state().name(),
                standing.agent() == null ? "" : standing.agent().name(), hit.touchedAt().atZone(zone),
                packet.questions().isEmpty() ? "" : packet.questions().getLast());
    }

    private SearchView view(SearchForm form, String problem, List<Found> found, int page, boolean more) {
        List<String> areas = watch.library().pages().values().stream().map(one -> one.metadata().area())
                .distinct().sorted().toList();
        return new SearchView(form, problem, found, page, more && page < PAGES, more && page == PAGES,
                PAGE * PAGES,
                areas.stream().map(area -> new SearchView.Area(area, Topic.name(area))).toList(),
                book.queues());
    }
}
