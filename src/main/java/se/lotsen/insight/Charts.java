package se.lotsen.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ContactChannel;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.insight.Chart.Table;
import se.lotsen.insight.Drawing.Bar;
import se.lotsen.insight.Drawing.Series;

/** What was asked and how it ended, over time and by kind. */
final class Charts {
    private final InsightText text;

    Charts(InsightText text) {
        this.text = text;
    }

    /** Something counted, with its name. */
    private record Counted(String name, long amount) {
    }

    /** Questions and answered questions, day by day or week by week. */
    Chart overTime(Tally tally, Period period) {
        List<Period> steps = period.steps();
        List<Tally> tallies = steps.stream().map(tally::within).toList();
        List<Long> asked = tallies.stream().map(Tally::questions).toList();
        List<Long> answered = tallies.stream().map(Tally::answered).toList();
        long most = asked.stream().mapToLong(Long::longValue).max().orElse(0);
        String title = text.say(period.byWeek() ? "chart.weeks" : "chart.days");
        String summary = tally.questions() == 0
                ? text.say("nothing")
                : text.say("chart.time.summary", InsightText.number(tally.questions()),
                        InsightText.number(tally.answered()), InsightText.number(most),
                        text.period(steps.get(asked.indexOf(most))));
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            rows.add(List.of(text.period(steps.get(step)), InsightText.number(asked.get(step)),
                    InsightText.number(answered.get(step)),
                    InsightText.number(tallies.get(step).unanswered()),
                    InsightText.number(tallies.get(step).sum(Measure.REPEATS))));
        }
        String svg = Drawing.lines("tid", title, summary, List.of(new Series(text.say("asked"), asked),
                new Series(text.say("answered"), answered)), text.day(period.from()), text.day(period.to()));
        return new Chart("tid", title, summary, svg, new Table(List.of(
                text.say(period.byWeek() ? "week" : "date"), text.say("asked"), text.say("answered"),
                text.say("unanswered"), text.say("repeats")), rows));
    }

    /** The shares of questions and visits, with how sure they are. */
    Chart shares(Tally tally) {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("answered", tally.answeredShare());
        shares.put("unanswered", tally.unansweredShare());
        shares.put("handed-over", tally.handedOver());
        shares.put("helped", tally.helped());
        shares.put("repeated", tally.repeated());
        shares.put("self-served", tally.selfServed());
        String title = text.say("chart.shares");
        String summary = text.say("chart.shares.summary", text.value(tally.answeredShare()),
                text.value(tally.helped()), text.value(tally.repeated()));
        List<Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        shares.forEach((id, share) -> {
            String name = text.say("figure." + id);
            bars.add(new Bar(text.say("labelled", name, text.value(share)), share.value(), share));
            rows.add(List.of(name, text.value(share), text.detail(share)));
        });
        return new Chart("andelar", title, summary, Drawing.bars("andelar", title, summary, bars),
                new Table(List.of(text.say("figure"), text.say("value"), text.say("detail")), rows));
    }

    /** How questions ended. */
    Chart endings(Tally tally) {
        Map<AnswerKind, Long> kinds = new EnumMap<>(AnswerKind.class);
        tally.by(Measure.QUESTIONS, Total::code)
                .forEach((code, n) -> kinds.merge(AnswerOutcome.valueOf(code).kind(), n, Long::sum));
        return counted("slut", "endings", kinds.entrySet().stream()
                .map(kind -> new Counted(text.say("kind." + kind.getKey()), kind.getValue())).toList());
    }

    /** Why people were asked for: what the last answer before it was. */
    Chart reasons(Tally tally) {
        Map<HandoverReason, Long> reasons = new EnumMap<>(HandoverReason.class);
        tally.by(Measure.HANDED_OVER, Total::code).forEach(
                (code, n) -> reasons.merge(AnswerOutcome.valueOf(code).handoverReason(), n, Long::sum));
        return counted("orsaker", "reasons", reasons.entrySet().stream()
                .map(one -> new Counted(text.say("reason." + one.getKey()), one.getValue())).toList());
    }

    /** By which ways questions came. */
    Chart routes(Tally tally) {
        Map<String, Long> visits = tally.by(Measure.VISITS, Total::code);
        List<Counted> routes = new ArrayList<>();
        for (ContactChannel channel : ContactChannel.values()) {
            routes.add(new Counted(text.say("route." + channel), visits.getOrDefault(channel.name(), 0L)));
        }
        return counted("vagar", "routes", routes);
    }

    /** How long those waited whom an agent took. */
    Chart waits(Tally tally) {
        List<Long> waits = tally.waits();
        List<Counted> steps = new ArrayList<>();
        for (int step = 0; step < waits.size(); step++) {
            steps.add(new Counted(WaitCount.name(text, WaitCount.STEPS.get(step)), waits.get(step)));
        }
        return ordered("vantan", "waits", steps);
    }

    private Chart counted(String id, String name, List<Counted> counted) {
        return ordered(id, name,
                counted.stream().sorted(Comparator.comparingLong(Counted::amount).reversed()).toList());
    }

    private Chart ordered(String id, String name, List<Counted> counted) {
        String title = text.say("chart." + name);
        long all = counted.stream().mapToLong(Counted::amount).sum();
        String summary = counted.stream().max(Comparator.comparingLong(Counted::amount))
                .filter(most -> most.amount() > 0)
                .map(most -> text.say("chart." + name + ".summary", InsightText.number(all), most.name(),
                        InsightText.number(most.amount())))
                .orElseGet(() -> text.say("nothing"));
        List<Bar> bars = counted.stream().map(one -> new Bar(
                text.say("labelled", one.name(), InsightText.number(one.amount())),
                all == 0 ? 0 : (double) one.amount() / all, null)).toList();
        List<List<String>> rows = counted.stream().map(one -> List.of(one.name(),
                InsightText.number(one.amount()), text.value(Share.of(one.amount(), all)))).toList();
        return new Chart(id, title, summary,
                all == 0 ? "" : Drawing.bars(id, title, summary, bars), new Table(
                        List.of(text.say("chart." + name + ".of"), text.say("amount"), text.say("part")),
                        rows));
    }
}
