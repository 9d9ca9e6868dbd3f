package se.lotsen.evaluation;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerKind;
import tools.jackson.databind.JsonNode;

/**
 * One line of a file of grades: {@code {"question", "page", "right"}} written by hand, or what the service exports, which
 * has {@code grade}, {@code kind} and {@code lang} as well. Refuses a line that is neither, or contradicts itself.
 *
 * @param page empty when the answer rests on none
 * @param right null when the line says nothing about the ranking
 * @param outdated whether the page does not hold any more
 */
record GradedLine(String question, String lang, String page, @Nullable Boolean right, boolean outdated) {
    private static final Set<String> GRADES = Set.of("right", "partly", "wrong", "outdated");

    /** Partly right counts as not right: the page that came first did not answer the question. */
    static GradedLine read(JsonNode line) {
        String question = JsonLines.text(line, "question");
        String grade = line.has("grade") ? JsonLines.text(line, "grade") : null;
        if (grade != null && !GRADES.contains(grade)) {
            throw new EvaluationInputException(
                    "the grade " + grade + " is none of right, partly, wrong, outdated");
        }
        JsonNode right = line.path("right");
        if (!right.isMissingNode() && !right.isBoolean() || grade == null && right.isMissingNode()) {
            throw new EvaluationInputException(
                    "the field \"right\" is missing or neither true nor false; expected"
                            + " {\"question\": \"…\", \"page\": \"…\", \"right\": true}");
        }
        if (grade != null && right.isBoolean()
                && (grade.equals("outdated") || right.booleanValue() != grade.equals("right"))) {
            throw new EvaluationInputException("\"right\" contradicts the grade " + grade);
        }
        boolean answered = !line.has("kind")
                || QuestionRow.kind(JsonLines.text(line, "kind")) == AnswerKind.ANSWERED;
        boolean outdated = "outdated".equals(grade);
        String page = line.has("page") || answered ? JsonLines.text(line, "page") : "";
        boolean counts = answered && !outdated;
        return new GradedLine(question,
                line.has("lang") ? JsonLines.text(line, "lang") : CalibrationCases.HOME,
                page,
                counts
                        ? (Boolean) (grade == null ? right.booleanValue() : Objects.equals(grade, "right"))
                        : null,
                outdated);
    }
}
