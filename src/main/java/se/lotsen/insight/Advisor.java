package se.lotsen.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.lotsen.feedback.Mark;
import se.lotsen.insight.Coverage.Department;

/** The rules by which a month's figures become things to do; {@code docs/insight.md} lists them. */
final class Advisor {
    private static final String GAPS = "/editor/luckor";
    private static final String RADAR = "/editor/radar";
    private static final double ACCEPTED_IN_TIME = 0.8;
    private static final double FOUND_HELPFUL = 0.7;
    private static final double REACHED_A_PERSON = 0.5;
    /** Of fewer no rule speaks: it would answer to chance, or to one citizen. */
    private static final int ENOUGH = 20;
    private static final int FEW = 3;
    private final InsightText text;

    Advisor(InsightText text) {
        this.text = text;
    }

    /** What is to be done in an area; never empty. */
    List<Advice> of(Area area, Tally month, Tally before, Coverage coverage) {
        List<Advice> advice = new ArrayList<>();
        switch (area) {
            case ACCESSIBILITY -> accessibility(advice, month);
            case COMPETENCE -> competence(advice, month);
            case DEVELOPMENT -> development(advice, month, coverage);
            case EFFICIENCY -> efficiency(advice, month, before);
        }
        return advice.isEmpty() ? List.of(new Advice(text.say("advice.none"), "")) : advice;
    }

    private void accessibility(List<Advice> advice, Tally month) {
        if (isLow(month.inTime(), ACCEPTED_IN_TIME)) {
            say(advice, "", "advice.in-time", text.value(month.inTime()));
        }
        if (isLow(month.unsolvedToPerson(), REACHED_A_PERSON)) {
            say(advice, "", "advice.to-person", text.value(month.unsolvedToPerson()));
        }
        Share swedish = month.only(new Filter("sv", "")).answeredShare();
        month.by(Measure.QUESTIONS, Total::language).keySet().stream().filter(one -> !one.equals("sv"))
                .forEach(language -> {
                    Share share = month.only(new Filter(language, "")).answeredShare();
                    if (share.isClearlyBelow(swedish)) {
                        say(advice, GAPS, "advice.language", text.language(language), text.value(share),
                                text.value(swedish));
                    }
                });
    }

    private void competence(List<Advice> advice, Tally month) {
        if (isLow(month.helped(), FOUND_HELPFUL)) {
            say(advice, GAPS, "advice.helped", text.value(month.helped()));
        }
        long wrong = month.sum(Measure.GRADES, total -> total.code().equals(Mark.WRONG.name()));
        long outdated = month.sum(Measure.GRADES, total -> total.code().equals(Mark.OUTDATED.name()));
        if (wrong > 0) {
            say(advice, GAPS, "advice.wrong", InsightText.number(wrong));
        }
        if (outdated > 0) {
            say(advice, RADAR, "advice.outdated", InsightText.number(outdated));
        }
    }

    private void development(List<Advice> advice, Tally month, Coverage coverage) {
        long nowhere = month.ofOwner("").unanswered();
        if (nowhere >= FEW) {
            say(advice, GAPS, "advice.nowhere", InsightText.number(nowhere));
        }
        coverage.departments().stream().filter(one -> !one.owner().isEmpty())
                .max(Comparator.comparingLong(one -> one.tally().unanswered()))
                .filter(one -> one.tally().unanswered() >= FEW)
                .ifPresent(one -> say(advice, GAPS, "advice.unanswered", one.owner(),
                        InsightText.number(one.tally().unanswered())));
        if (month.repeated().hits() >= FEW) {
            say(advice, GAPS, "advice.repeated", InsightText.number(month.repeated().hits()));
        }
        if (coverage.overdue().hits() > 0) {
            Department most = coverage.withPages().max(Comparator.comparingLong(Department::overdue))
                    .orElseThrow();
            say(advice, RADAR, "advice.overdue", InsightText.number(coverage.overdue().hits()), most.owner(),
                    InsightText.number(most.overdue()));
        }
        if (!coverage.withoutPages().isEmpty()) {
            say(advice, GAPS, "advice.contacts", String.join(", ", coverage.withoutPages()));
        }
    }

    private void efficiency(List<Advice> advice, Tally month, Tally before) {
        if (month.faults().hits() > 0) {
            say(advice, "", "advice.faults", InsightText.number(month.faults().hits()));
        }
        if (month.answeredShare().isClearlyBelow(before.answeredShare())) {
            say(advice, GAPS, "advice.fell", text.value(before.answeredShare()),
                    text.value(month.answeredShare()));
        }
        if (before.answeredShare().isClearlyBelow(month.answeredShare())) {
            say(advice, "", "advice.rose", text.value(before.answeredShare()),
                    text.value(month.answeredShare()));
        }
    }

    private static boolean isLow(Share share, double aim) {
        return share.of() >= ENOUGH && share.value() < aim;
    }

    private void say(List<Advice> advice, String link, String key, String... arguments) {
        advice.add(new Advice(text.say(key, (Object[]) arguments), link));
    }
}
