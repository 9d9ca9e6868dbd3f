package se.lotsen.insight;

import java.util.List;
import java.util.Optional;
import se.lotsen.feedback.Part;

/** Makes the numbers that are shown out of sums. */
final class Figures {
    private final InsightText text;

    Figures(InsightText text) {
        this.text = text;
    }

    /** All of them, in the order of the page. */
    List<Figure> of(Tally tally) {
        return List.of(
                figure("questions", InsightText.number(tally.questions()), "", true),
                share("answered", tally.answeredShare(), true),
                share("unanswered", tally.unansweredShare(), true),
                share("handed-over", tally.handedOver(), true),
                share("helped", tally.helped(), true),
                share("repeated", tally.repeated(), true),
                share("faults", tally.faults(), true),
                share("self-served", tally.selfServed(), false),
                share("to-person", tally.unsolvedToPerson(), false),
                share("in-time", tally.inTime(), false),
                share("unmet", tally.unmet(), false),
                wait(tally),
                satisfaction("satisfied-assistant", tally, Part.ASSISTANT),
                satisfaction("satisfied-agent", tally, Part.AGENT),
                share("graded-right", tally.gradedRight(), false));
    }

    /** One of them. */
    Figure of(Tally tally, String id) {
        return of(tally).stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
    }

    private Figure share(String id, Share share, boolean filtered) {
        return figure(id, text.value(share), text.detail(share), filtered);
    }

    private Figure satisfaction(String id, Tally tally, Part part) {
        return figure(id, text.index(tally.satisfaction(part)), text.detail(tally.satisfaction(part)), false);
    }

    private Figure wait(Tally tally) {
        long accepted = tally.sum(Measure.ACCEPTED);
        return accepted == 0
                ? figure("wait", text.say("none"), text.say("share.none"), false)
                : figure("wait",
                        text.duration(Math.round((double) tally.sum(Measure.WAIT_SECONDS) / accepted)),
                        text.say("wait.detail", InsightText.number(accepted), nine(tally.waits())
                                .map(step -> text.say("wait.most", text.duration(step)))
                                .orElseGet(() -> text.say("wait.more", text.duration(longest())))),
                        false);
    }

    /** The step within which nine of ten were taken; empty when that is the last. */
    static Optional<Long> nine(List<Long> waits) {
        long all = waits.stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (int step = 0; step < waits.size() - 1; step++) {
            seen += waits.get(step);
            if (10 * seen >= 9 * all) {
                return Optional.of(WaitCount.STEPS.get(step));
            }
        }
        return Optional.empty();
    }

    private static long longest() {
        return WaitCount.STEPS.get(WaitCount.STEPS.size() - 2);
    }

    private Figure figure(String id, String value, String detail, boolean filtered) {
        return new Figure(id, text.say("figure." + id), value, detail, text.say("meaning." + id), filtered);
    }
}
