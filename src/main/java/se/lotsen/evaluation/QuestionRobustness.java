package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import se.lotsen.answering.Answer;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;

/** Whole answers to a question file typed otherwise; Swedish rows that a page answers. */
public final class QuestionRobustness {
    private static final List<String> FIGURES = List.of("rightPageFirst", "answeredOfAnswerable",
            "strictlyRight");

    private QuestionRobustness() {
    }

    /**
     * @param pages whose words tell where a compound may be written apart
     * @param ask asks the row's question; rows come with the question of a variant
     * @throws EvaluationInputException when the file cannot be read
     */
    public static Robustness run(Path file, Collection<Page> pages, Function<QuestionRow, Answer> ask) {
        List<QuestionRow> rows = QuestionRow.read(file).stream()
                .filter(row -> row.isAnswerable() && row.lang().equals("sv")).toList();
        KnownWords words = KnownWords.of(pages.stream().flatMap(page -> Stream
                .concat(Stream.of(page.metadata().title()), page.passages().stream().map(Passage::text))));
        return Robustness.of(file.getFileName().toString(),
                rows.stream().map(row -> new Robustness.Asked(row.id(), row.question())).toList(), FIGURES,
                words, (i, text) -> figures(rows.get(i), ask.apply(rows.get(i).asking(text))));
    }

    private static double[] figures(QuestionRow row, Answer answer) {
        GivenAnswer given = GivenAnswer.of(answer);
        return new double[]{row.isRightPageFirst(given) ? 1 : 0, given.isAnswered() ? 1 : 0,
                row.isStrictlyRight(given) ? 1 : 0};
    }
}
