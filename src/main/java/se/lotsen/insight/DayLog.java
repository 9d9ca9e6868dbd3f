package se.lotsen.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Mark;
import se.lotsen.feedback.Part;
import se.lotsen.feedback.Satisfaction;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.Handovers;
import se.lotsen.handover.OpenTimes;
import se.lotsen.handover.OpenTimes.Opening;
import se.lotsen.insight.Total.Key;
import se.lotsen.knowledge.KnowledgeWatch;

/** Counts days from what is kept now: the only way from conversations to totals. It blocks. */
final class DayLog {
    /** After so long nobody waits any more whose wait began on a day, and ratings have come. */
    static final Duration SETTLES = Duration.ofDays(2);
    private final Sources sources;
    private final Duration goal;
    private final ZoneId zone;
    private final Clock clock;

    /** @param goal within which an agent should accept */
    DayLog(Sources sources, Duration goal, ZoneId zone, Clock clock) {
        this.sources = sources;
        this.goal = goal;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is counted. */
    record Sources(QuestionHistory questions, CaseHistory cases, Satisfaction satisfaction, Grades grades,
            KnowledgeWatch pages, ContactDirectory contacts, OpenTimes hours) {
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first moment of a day. */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    LocalDate today() {
        return day(clock.instant());
    }

    /** Every number of these days, the two ends included, that is not 0. */
    List<Total> count(LocalDate first, LocalDate last) {
        Map<Key, Long> totals = new LinkedHashMap<>();
        Instant from = start(first);
        Instant until = start(last.plusDays(1));
        Instant before = from.minus(Repeats.WITHIN);
        totals.putAll(new QuestionCount(this::day, this::owner, sources.cases.channels(before, until))
                .count(sources.questions.asked(before, until)));
        totals.putAll(new WaitCount(this::day, sources.contacts::isSecret, goal)
                .count(waits(from, until).all()));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            opinions(totals, day);
        }
        List<Total> counted = new ArrayList<>();
        totals.forEach((key, amount) -> {
            if (!key.day().isBefore(first) && !key.day().isAfter(last)) {
                counted.add(key.total(amount));
            }
        });
        return counted;
    }

    /** Who began to wait in this time; what became of it may come later. */
    private Handovers waits(Instant from, Instant until) {
        Instant now = clock.instant();
        Instant late = until.plus(SETTLES);
        // The last moment belongs to the figures, too.
        Instant end = late.isBefore(now) ? late : now.plusNanos(1_000);
        return new Handovers(sources.cases.moves(from, end), queue -> openings(queue, from, end), goal, end);
    }

    private List<Opening> openings(String queue, Instant from, Instant until) {
        return sources.hours.isKnown(queue)
                ? sources.hours.between(queue, from, until)
                : List.of(new Opening(from, until));
    }

    private void opinions(Map<Key, Long> totals, LocalDate day) {
        Instant from = start(day);
        Instant until = start(day.plusDays(1));
        for (Part part : Part.values()) {
            sources.satisfaction.scores(part, from, until).forEach(score -> totals
                    .merge(Key.of(day, Measure.SCORES, part.name() + "/" + score), 1L, Long::sum));
        }
        for (Mark mark : sources.grades.marks(from, until)) {
            totals.merge(Key.of(day, Measure.GRADES, mark.name()), 1L, Long::sum);
        }
    }

    private String owner(String page) {
        return sources.pages.library().page(page).map(found -> found.metadata().owner()).orElse("");
    }
}
