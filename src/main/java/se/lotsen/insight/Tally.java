package se.lotsen.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.feedback.Mark;
import se.lotsen.feedback.Part;
import se.lotsen.feedback.SatisfactionFigures;

/** Sums of daily totals: every figure that is shown comes from here. */
final class Tally {
    private final List<Total> totals;

    private Tally(List<Total> totals) {
        this.totals = totals;
    }

    static Tally of(List<Total> totals, Filter filter) {
        return new Tally(totals.stream().filter(filter::lets).toList());
    }

    /** The same, of some of the days. */
    Tally within(Period period) {
        return new Tally(totals.stream().filter(total -> period.has(total.day())).toList());
    }

    /** The same, of some of the questions. */
    Tally only(Filter filter) {
        return of(totals, filter);
    }

    /** The same, of the questions whose first page was this department's; of those without a page for the empty name. */
    Tally ofOwner(String owner) {
        return new Tally(totals.stream().filter(total -> total.owner().equals(owner)).toList());
    }

    long sum(Measure measure) {
        return sum(measure, any -> true);
    }

    long sum(Measure measure, Predicate<Total> which) {
        return totals.stream().filter(total -> total.measure() == measure).filter(which)
                .mapToLong(Total::amount).sum();
    }

    /** In the order of what it is by. */
    Map<String, Long> by(Measure measure, Function<Total, String> key) {
        Map<String, Long> sums = new TreeMap<>();
        totals.stream().filter(total -> total.measure() == measure)
                .forEach(total -> sums.merge(key.apply(total), total.amount(), Long::sum));
        return sums;
    }

    private long questions(Measure measure, Predicate<AnswerOutcome> which) {
        return sum(measure, total -> which.test(AnswerOutcome.valueOf(total.code())));
    }

    /** Without greetings, as everything that is a share of questions. */
    long questions() {
        return questions(Measure.QUESTIONS, Endings::asks);
    }

    long answered() {
        return questions(Measure.QUESTIONS, Endings::isAnswered);
    }

    long unanswered() {
        return questions(Measure.QUESTIONS, Endings::isUnanswered);
    }

    Share answeredShare() {
        return Share.of(answered(), questions());
    }

    Share unansweredShare() {
        return Share.of(unanswered(), questions());
    }

    Share faults() {
        return Share.of(questions(Measure.QUESTIONS,
                outcome -> outcome.kind() == AnswerKind.FAILED), questions());
    }

    Share handedOver() {
        return Share.of(questions(Measure.HANDED_OVER, Endings::asks), questions());
    }

    Share helped() {
        long helpful = sum(Measure.HELPFUL);
        return Share.of(helpful, helpful + sum(Measure.NOT_HELPFUL));
    }

    Share repeated() {
        return Share.of(sum(Measure.REPEATS), questions());
    }

    Share selfServed() {
        return Share.of(sum(Measure.SELF_SERVED), sum(Measure.VISITS));
    }

    /** Of the visits with an unsolved question, those that a person was asked for in. */
    Share unsolvedToPerson() {
        return Share.of(sum(Measure.UNSOLVED_TO_PERSON), sum(Measure.UNSOLVED));
    }

    Share inTime() {
        return Share.of(sum(Measure.IN_TIME), sum(Measure.OFFERED));
    }

    /** Of those who asked for a person, those whom nobody came to. */
    Share unmet() {
        return Share.of(sum(Measure.LEFT) + sum(Measure.TIMED_OUT) + sum(Measure.CLOSED),
                sum(Measure.OFFERED));
    }

    Share gradedRight() {
        return Share.of(sum(Measure.GRADES, total -> total.code().equals(Mark.RIGHT.name())),
                sum(Measure.GRADES));
    }

    SatisfactionFigures satisfaction(Part part) {
        List<Integer> scores = new ArrayList<>();
        by(Measure.SCORES, Total::code).forEach((code, amount) -> {
            if (code.startsWith(part.name() + "/")) {
                int score = Integer.parseInt(code.substring(part.name().length() + 1));
                for (long i = 0; i < amount; i++) {
                    scores.add(score);
                }
            }
        });
        return SatisfactionFigures.of(scores);
    }

    /** How many waited so long, by {@link WaitCount#STEPS}. */
    List<Long> waits() {
        Map<String, Long> steps = by(Measure.WAIT_STEP, Total::code);
        return WaitCount.STEPS.stream().map(step -> steps.getOrDefault(Long.toString(step), 0L)).toList();
    }
}
