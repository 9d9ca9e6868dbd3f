package se.lotsen.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import se.lotsen.insight.Chart.Table;
import se.lotsen.insight.Coverage.Department;
import se.lotsen.insight.Drawing.Stack;

/** What became of questions in each language and at each department. */
final class DividedCharts {
    private final InsightText text;

    DividedCharts(InsightText text) {
        this.text = text;
    }

    /** What became of questions in each language. */
    Chart languages(Tally tally) {
        List<String> languages = mostFirst(tally.by(Measure.QUESTIONS, Total::language));
        return stacked("sprak", "languages", languages, text::language,
                language -> tally.only(new Filter(language, "")), (language, of) -> List.of());
    }

    /** What each department has, and what became of the questions that found its pages. */
    Chart departments(Coverage coverage) {
        Map<String, Department> byOwner = new TreeMap<>();
        coverage.departments().forEach(one -> byOwner.put(one.owner(), one));
        return stacked("tackning", "departments", List.copyOf(byOwner.keySet()), text::owner,
                owner -> of(byOwner, owner).tally(),
                (owner, of) -> Stream
                        .of(of(byOwner, owner).pages(), of(byOwner, owner).overdue(),
                                of(byOwner, owner).soon())
                        .map(InsightText::number).toList());
    }

    private static Department of(Map<String, Department> byOwner, String owner) {
        return Objects.requireNonNull(byOwner.get(owner));
    }

    private static List<String> mostFirst(Map<String, Long> amounts) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).map(Map.Entry::getKey)
                .toList();
    }

    /** More cells of a row. */
    private interface More {
        List<String> cells(String key, Tally of);
    }

    private Chart stacked(String id, String name, List<String> keys, Function<String, String> label,
            Function<String, Tally> tally, More more) {
        String title = text.say("chart." + name);
        List<Stack> stacks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            Tally of = tally.apply(key);
            long other = of.questions() - of.answered() - of.unanswered();
            if (of.questions() > 0) {
                stacks.add(new Stack(text.say("stack", label.apply(key),
                        InsightText.number(of.questions()), text.value(of.answeredShare())),
                        List.of(of.answered(), of.unanswered(), other)));
            }
            List<String> row = new ArrayList<>(List.of(label.apply(key)));
            row.addAll(more.cells(key, of));
            row.addAll(List.of(InsightText.number(of.questions()), text.value(of.answeredShare()),
                    text.value(of.unansweredShare()), InsightText.number(of.sum(Measure.REPEATS)),
                    text.value(of.helped()), InsightText.number(of.helped().of())));
            rows.add(row);
        }
        String summary = stacks.isEmpty()
                ? text.say("nothing")
                : text.say("chart." + name + ".summary", InsightText.number(stacks.size()),
                        lowest(keys, label, tally));
        List<String> headings = List.of(text.say("chart." + name + ".columns").split(";"));
        String svg = stacks.isEmpty()
                ? ""
                : Drawing.stacks(id, title, summary,
                        List.of(text.say("answered"), text.say("unanswered"), text.say("other")), stacks);
        return new Chart(id, title, summary, svg, new Table(headings, rows));
    }

    /** The one with the smallest answered share, and the share. */
    private String lowest(List<String> keys, Function<String, String> label, Function<String, Tally> tally) {
        return keys.stream().filter(key -> tally.apply(key).questions() > 0)
                .min(Comparator.comparingDouble(key -> tally.apply(key).answeredShare().value()))
                .map(key -> text.say("lowest", label.apply(key),
                        text.value(tally.apply(key).answeredShare())))
                .orElse("");
    }
}
