package se.lotsen.radar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.inspection.Fault;
import se.lotsen.inspection.Sweep;

/**
 * Looks at the pages that are served, and holds what it has found until the next look. Looking and every change block;
 * reading the last report does not.
 */
class Radar {
    private static final Logger log = LoggerFactory.getLogger(Radar.class);
    /** So far back are citizens' questions counted. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final KnowledgeWatch watch;
    private final QuestionHistory history;
    private final RadarTable table;
    private final LinkRound links;
    private final AuditLog audit;
    private final ZoneId zone;
    private final Clock clock;
    private volatile Report report = Report.NONE;
    private volatile Progress progress = Progress.REST;

    Radar(KnowledgeWatch watch, QuestionHistory history, RadarTable table, LinkRound links, AuditLog audit,
            ZoneId zone, Clock clock) {
        this.watch = watch;
        this.history = history;
        this.table = table;
        this.links = links;
        this.audit = audit;
        this.zone = zone;
        this.clock = clock;
    }

    /** How far a look has come. */
    record Progress(Stage stage, int done, int of) {
        static final Progress REST = new Progress(Stage.REST, 0, 0);

        /** What it is at. */
        enum Stage {
            /** Nothing is under way. */
            REST,
            /** Reading and comparing pages. */
            PAGES,
            /** Following links. */
            LINKS
        }
    }

    Report report() {
        return report;
    }

    Progress progress() {
        return progress;
    }

    ZoneId zone() {
        return zone;
    }

    /** Today where the editors are. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** One whole look: first at the pages with what is known of their links, then at links that were not followed lately. */
    synchronized void look() throws InterruptedException {
        try {
            lookAtPages();
            Set<String> addresses = Sweep.addresses(watch.library());
            boolean news = links.follow(addresses,
                    (done, of) -> progress = new Progress(Progress.Stage.LINKS, done, of));
            if (news) {
                lookAtPages();
            }
        } finally {
            progress = Progress.REST;
        }
    }

    /** The pages alone, with what is known of their links. */
    synchronized void lookAtPages() {
        progress = new Progress(Progress.Stage.PAGES, 0, 0);
        Library library = watch.library();
        Sweep sweep = new Sweep(meetings(), links.known(), today());
        List<Fault> faults = sweep.of(library);
        Map<String, Instant> since = table.seen(faults.stream().map(Fault::id).collect(Collectors.toSet()),
                clock.instant());
        Map<String, Dismissal> dismissals = table.dismissals();
        report = new Report(clock.instant(), library.pages().size(), faults.stream().map(fault -> {
            String texts = texts(library, fault);
            Dismissal dismissal = dismissals.get(fault.id());
            return new Report.Entry(fault.id(), fault, since.getOrDefault(fault.id(), clock.instant()),
                    sweep.met(fault), sweep.rank(fault), texts,
                    dismissal != null && dismissal.texts().equals(texts) ? dismissal : null);
        }).toList());
        log.info("The radar sees {} faults on {} pages", faults.size(), library.pages().size());
    }

    /** In how many questions lately each page was found first, or cited. */
    private Map<String, Integer> meetings() {
        Map<String, Integer> meetings = new HashMap<>();
        Instant now = clock.instant();
        for (PastQuestion question : history.asked(now.minus(LATELY), now)) {
            Set<String> pages = new HashSet<>();
            question.pages().stream().limit(1).forEach(pages::add);
            question.citations().forEach(citation -> pages.add(citation.page()));
            pages.forEach(page -> meetings.merge(page, 1, Integer::sum));
        }
        return meetings;
    }

    /** The bodies alone: that somebody confirms a page changes nothing of what it says. */
    private static String texts(Library library, Fault fault) {
        return Fault.digest(fault.pages().stream().sorted()
                .map(page -> library.page(page).map(Page::markdown).orElse(""))
                .collect(Collectors.joining("\n")));
    }

    /** @return empty when there is no such fault any more */
    Optional<Dismissal> dismiss(String fault, String reason, Actor by) {
        return report.entry(fault).map(entry -> {
            Dismissal dismissal = new Dismissal(fault, entry.texts(), reason, by, clock.instant());
            table.dismiss(dismissal);
            audit.record(by, "radar-dismiss", String.join(" ", entry.fault().pages()), fault);
            replace(fault, dismissal);
            return dismissal;
        });
    }

    /** Undoes {@link #dismiss}. */
    boolean restore(String fault, Actor by) {
        boolean there = table.restore(fault);
        if (there) {
            audit.record(by, "radar-restore", fault, "");
            replace(fault, null);
        }
        return there;
    }

    private synchronized void replace(String fault, @Nullable Dismissal dismissal) {
        Report now = report;
        report = new Report(now.at(), now.pages(), now.entries().stream()
                .map(entry -> entry.id().equals(fault) ? entry.with(dismissal) : entry).toList());
    }
}
