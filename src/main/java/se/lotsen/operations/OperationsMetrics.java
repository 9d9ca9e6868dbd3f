package se.lotsen.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Mark;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.LibraryChanged;

/**
 * The figures that no other room keeps; {@code docs/monitoring.md} lists all. What stands in the database is read every few
 * seconds, never at a scrape. No label names a person, a conversation or a page.
 */
class OperationsMetrics {
    private static final Logger log = LoggerFactory.getLogger(OperationsMetrics.class);
    /** Grades of so long tell how right the answers are. */
    private static final Duration GRADED = Duration.ofDays(30);
    private final Sources sources;
    private final Clock clock;
    private volatile Cases cases = new Cases(0, 0, 0);
    private volatile double gradedRight = Double.NaN;
    private volatile Instant indexed;

    /** Where the figures come from. */
    record Sources(KnowledgeWatch knowledge, CurrentCalibration calibration, AssistantModes assistant,
            HandoverStore cases, CaseHistory history, Presence presence, Grades grades,
            RecentQuestions questions) {
    }

    /** @param longest seconds that the first in any queue has waited */
    private record Cases(int waiting, int withAgents, long longest) {
    }

    OperationsMetrics(Sources sources, MeterRegistry registry, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        this.indexed = clock.instant();
        gauge(registry, "lotsen.assistant.mode", any -> sources.assistant().mode().ordinal());
        gauge(registry, "lotsen.knowledge.pages", any -> sources.knowledge().library().pages().size());
        gauge(registry, "lotsen.knowledge.faults", any -> sources.knowledge().library().findings().size());
        seconds(registry, "lotsen.knowledge.age",
                any -> Duration.between(indexed, clock.instant()).toSeconds());
        state(registry, "waiting", any -> cases.waiting());
        state(registry, "with_agent", any -> cases.withAgents());
        seconds(registry, "lotsen.handover.wait.longest", any -> cases.longest());
        gauge(registry, "lotsen.desk.agents", any -> sources.presence().there().size());
        calibration(registry);
    }

    private void calibration(MeterRegistry registry) {
        RecentQuestions last = sources.questions();
        gauge(registry, "lotsen.calibration.questions", any -> last.count());
        gauge(registry, "lotsen.calibration.answered.share", any -> last.share(AnswerKind.ANSWERED));
        gauge(registry, "lotsen.calibration.handover.share", any -> last.share(AnswerKind.HANDOVER));
        gauge(registry, "lotsen.calibration.promised.right", any -> last.promisedRight());
        gauge(registry, "lotsen.calibration.graded.right", any -> gradedRight);
        gauge(registry, "lotsen.calibration.cases", any -> sources.calibration().get().basis().cases());
        seconds(registry, "lotsen.calibration.age", any -> age(sources.calibration().get()));
    }

    private double age(Calibration calibration) {
        return (double) ChronoUnit.DAYS.between(calibration.basis().made(),
                clock.instant().atZone(clock.getZone()).toLocalDate()) * Duration.ofDays(1).toSeconds();
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<OperationsMetrics> figure) {
        Gauge.builder(name, this, figure).register(registry);
    }

    private void seconds(MeterRegistry registry, String name, ToDoubleFunction<OperationsMetrics> figure) {
        Gauge.builder(name, this, figure).baseUnit("seconds").register(registry);
    }

    private void state(MeterRegistry registry, String state, ToDoubleFunction<OperationsMetrics> figure) {
        Gauge.builder("lotsen.handover.cases", this, figure).tag("state", state).register(registry);
    }

    @EventListener
    void changed(LibraryChanged library) {
        indexed = clock.instant();
    }

    /** Reads the database; blocks. What cannot be read stays as it was. */
    void measure() {
        try {
            Instant now = clock.instant();
            List<WaitingCase> waiting = sources.cases().waiting(Set.of());
            long longest = waiting.stream().map(one -> one.standing().waitingSince()).filter(Objects::nonNull)
                    .mapToLong(since -> Math.max(0, Duration.between(since, now).toSeconds())).max()
                    .orElse(0);
            cases = new Cases(waiting.size(),
                    sources.history().caseload().values().stream().mapToInt(Integer::intValue).sum(),
                    longest);
            gradedRight = right(sources.grades().marks(now.minus(GRADED), now));
        } catch (RuntimeException e) {
            log.warn("The figures could not be read: {}", e.getClass().getSimpleName());
        }
    }

    /** Outdated is said of the page, not of the answer. */
    private static double right(List<Mark> marks) {
        List<Mark> said = marks.stream().filter(mark -> mark != Mark.OUTDATED).toList();
        return said.isEmpty()
                ? Double.NaN
                : (double) said.stream().filter(mark -> mark == Mark.RIGHT).count() / said.size();
    }
}
