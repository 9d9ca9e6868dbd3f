package se.lotsen.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.insight.MonthlyReport.Row;
import se.lotsen.insight.MonthlyReport.Section;
import se.lotsen.knowledge.KnowledgeWatch;

/** Puts together what the pages and the file show. It blocks. */
final class Insight {
    private final DailyTotals totals;
    private final KnowledgeWatch pages;
    private final ContactDirectory contacts;
    private final Figures figures;
    private final Charts charts;
    private final DividedCharts divided;
    private final Advisor advisor;

    Insight(DailyTotals totals, KnowledgeWatch pages, ContactDirectory contacts, InsightText text) {
        this.totals = totals;
        this.pages = pages;
        this.contacts = contacts;
        this.figures = new Figures(text);
        this.charts = new Charts(text);
        this.divided = new DividedCharts(text);
        this.advisor = new Advisor(text);
    }

    /**
     * The figures of a time.
     *
     * @param languages that there are questions in, and {@code owners} that there are pages of: what can be chosen
     */
    record View(Period period, Filter filter, List<Figure> figures, List<Chart> charts, Set<String> languages,
            Set<String> owners, List<String> withoutPages) {
    }

    View view(Period period, Filter filter, LocalDate today) {
        List<Total> all = totals.between(period.from(), period.to());
        Tally whole = Tally.of(all, Filter.ALL);
        Tally tally = Tally.of(all, filter);
        Coverage coverage = coverage(whole, today);
        Stream<Chart> byQuestion = Stream.of(charts.overTime(tally, period), charts.shares(tally),
                charts.endings(tally), charts.reasons(tally));
        Stream<Chart> ofAll = Stream.of(charts.waits(whole), charts.routes(whole), divided.languages(whole),
                divided.departments(coverage));
        return new View(period, filter, figures.of(tally),
                (filter.isAll() ? Stream.concat(byQuestion, ofAll) : byQuestion).toList(),
                whole.by(Measure.QUESTIONS, Total::language).keySet(), owners(coverage),
                coverage.withoutPages());
    }

    MonthlyReport report(YearMonth month, LocalDate today) {
        Period period = Period.of(month).until(today);
        Period earlier = Period.of(month.minusMonths(1));
        Tally now = Tally.of(totals.between(period.from(), period.to()), Filter.ALL);
        Tally before = Tally.of(totals.between(earlier.from(), earlier.to()), Filter.ALL);
        Coverage coverage = coverage(now, today);
        return new MonthlyReport(month, month.atEndOfMonth().isBefore(today), Stream.of(Area.values())
                .map(area -> new Section(area,
                        area.figures().stream()
                                .map(id -> new Row(figures.of(now, id), figures.of(before, id))).toList(),
                        charts(area, now, coverage, period), advisor.of(area, now, before, coverage)))
                .toList());
    }

    private List<Chart> charts(Area area, Tally tally, Coverage coverage, Period period) {
        return switch (area) {
            case ACCESSIBILITY -> List.of(divided.languages(tally), charts.routes(tally));
            case COMPETENCE -> List.of(charts.endings(tally));
            case DEVELOPMENT -> List.of(divided.departments(coverage));
            case EFFICIENCY -> List.of(charts.overTime(tally, period), charts.reasons(tally));
        };
    }

    Tally tally(Period period, Filter filter) {
        return Tally.of(totals.between(period.from(), period.to()), filter);
    }

    private Coverage coverage(Tally tally, LocalDate today) {
        return Coverage.of(pages.library().pages().values(), contacts.contacts(), tally, today);
    }

    private static Set<String> owners(Coverage coverage) {
        Set<String> owners = new TreeSet<>();
        coverage.departments().stream().map(Coverage.Department::owner).filter(one -> !one.isEmpty())
                .forEach(owners::add);
        return owners;
    }
}
