package se.lotsen.feedback;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * Grades as lines for {@code ./lotsen calibrate --grades}: one JSON object for each graded answer, whoever graded it, so
 * that an answer counts once. It tells no conversation and no account.
 */
final class GradeExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GradeExport() {
    }

    private record Answer(Object conversation, int number) {
    }

    /** Oldest answers last graded first; empty without grades. */
    static String lines(List<Grade> grades) {
        Map<Answer, List<Grade>> byAnswer = grades.stream().collect(Collectors.groupingBy(
                grade -> new Answer(grade.conversation(), grade.answer()), LinkedHashMap::new,
                Collectors.toList()));
        return byAnswer.values().stream()
                .sorted(Comparator.comparing((List<Grade> same) -> latest(same).at()))
                .map(GradeExport::line).map(line -> line + "\n").collect(Collectors.joining());
    }

    private static Grade latest(List<Grade> same) {
        return same.stream().max(Comparator.comparing(Grade::at)).orElseThrow();
    }

    /** Outdated is said of the page, so one who sees it is enough; else the most, and of as many the strictest. */
    static Mark agreed(List<Grade> same) {
        Map<Mark, Long> counts = same.stream()
                .collect(Collectors.groupingBy(Grade::mark, Collectors.counting()));
        return counts.containsKey(Mark.OUTDATED)
                ? Mark.OUTDATED
                : counts.entrySet().stream()
                        .max(Map.Entry.<Mark, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow().getKey();
    }

    /** What was only tried is an answer as any other: it was made and checked alike. */
    private static boolean isAnswer(AnswerOutcome outcome) {
        return outcome.kind() == AnswerKind.ANSWERED || outcome == AnswerOutcome.NOT_ANSWERED_SHADOW;
    }

    private static String line(List<Grade> same) {
        Grade latest = latest(same);
        Grade.Answered of = latest.of();
        Mark mark = agreed(same);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("question", of.question());
        line.put("lang", of.language());
        of.page().ifPresent(page -> {
            line.put("page", page);
            if (of.versions().containsKey(page)) {
                line.put("version", of.versions().get(page));
            }
        });
        line.put("grade", mark.code());
        if (mark != Mark.OUTDATED && isAnswer(of.outcome())) {
            line.put("right", mark == Mark.RIGHT);
        }
        line.put("kind", of.outcome().kind().wireName());
        line.put("outcome", of.outcome().name());
        line.put("confidence", of.confidence());
        line.put("graders", same.size());
        line.put("at", latest.at().toString());
        return JSON.writeValueAsString(line);
    }
}
