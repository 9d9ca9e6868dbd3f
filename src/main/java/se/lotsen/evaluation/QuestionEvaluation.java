package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import se.lotsen.answering.Answer;

/** Asks every question of a file and holds the answers against what was expected. */
public final class QuestionEvaluation {
    private QuestionEvaluation() {
    }

    /** A row and what was answered to it. */
    public record Graded(QuestionRow row, Answer answer) {

        /** What is looked at in the answer. */
        GivenAnswer given() {
            return GivenAnswer.of(answer);
        }

        /** Text from pages was given. */
        boolean isAnswered() {
            return given().isAnswered();
        }

        /** The kind is among the expected. */
        boolean isRightKind() {
            return row.expected().contains(answer.kind());
        }

        /** The question's language was recognised. */
        boolean isRightLanguage() {
            return answer.language().equals(row.lang());
        }

        /** A right page is the first source. */
        boolean isRightPage() {
            return row.isRightPageFirst(answer);
        }

        /** Kind, page and facts are right. */
        boolean isStrictlyRight() {
            return row.isStrictlyRight(answer);
        }
    }

    /**
     * Everything that is said of a file.
     *
     * @param named the shares by name; what each counts stands in docs/evaluation.md
     * @param kinds expected kinds to given kind, counted
     * @param rightKindByExpected the share of right kinds for each set of expected kinds
     * @param pageMixes answerable rows with another page first, the most frequent first
     * @param languages Swedish first
     * @param length of the answers
     * @param graded the rows themselves, in the file's order
     */
    public record Figures(String file, Map<String, Share> named, Map<String, Map<String, Integer>> kinds,
            Map<String, Share> rightKindByExpected, List<PageMix> pageMixes,
            List<LanguageFigures> languages,
            AnswerLength length, List<Graded> graded) {

        /** Among answerable Swedish rows: a right page is the first source, answered or not. */
        public Share rightPageFirst() {
            return share("rightPageFirst");
        }

        /** Swedish rows that no page answers, but that were answered. */
        public Share answeredOfUnanswerable() {
            return share("answeredOfUnanswerable");
        }

        /** A share by its name. */
        public Share share(String name) {
            return Objects.requireNonNull(named.get(name), name);
        }

        /** The furthest that any language lies behind Swedish, for each figure. */
        public List<LanguageFigures.Gap> largestGaps() {
            return LanguageFigures.largest(languages);
        }

        /** For {@code --json}. */
        public Map<String, Object> json() {
            return QuestionJson.of(this);
        }
    }

    /**
     * Reads the file and asks nothing.
     *
     * @throws EvaluationInputException naming file, line and remedy
     */
    public static void check(Path file) {
        QuestionRow.read(file);
    }

    /** @throws EvaluationInputException when the file cannot be read */
    public static Figures run(Path file, Function<QuestionRow, Answer> ask) {
        List<Graded> graded = new ArrayList<>();
        for (QuestionRow row : QuestionRow.read(file)) {
            graded.add(new Graded(row, ask.apply(row)));
        }
        return figures(file.getFileName().toString(), graded);
    }

    /** The figures over rows that were asked already. */
    public static Figures figures(String file, List<Graded> graded) {
        return new Figures(file, QuestionShares.of(graded), QuestionShares.confusion(graded),
                QuestionShares.rightKindByExpected(graded), PageMix.worst(graded),
                LanguageFigures.of(graded),
                AnswerLength.of(graded), List.copyOf(graded));
    }
}
