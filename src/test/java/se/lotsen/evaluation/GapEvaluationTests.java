package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** Pairs are counted as they are defined, and a file that cannot be used is refused with where and why. */
class GapEvaluationTests {
    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("fil.jsonl"), java.util.List.of(lines));
    }

    private static String row(String id, String text, String need) {
        return "{\"id\":\"%s\",\"at\":\"2026-11-01T08:00:00Z\",\"lang\":\"sv\",\"text\":\"%s\",\"cluster\":%s}"
                .formatted(id, text, need);
    }

    @Test
    void aPairCountsWhenOneOfTheTwoIsMarked() throws IOException {
        Path file = file(row("1", "laddstolpar torget", "\"el\""), row("2", "laddstolpe torget", "\"el\""),
                row("3", "snabbladda elbilen", "\"el\""), row("4", "laddstolpen torget", "null"),
                row("5", "igelkottar", "null"), row("6", "igelkott", "null"));
        GapEvaluation.Part all = GapEvaluation.run(file, Library.read(KnowledgeFiles.shipped())).parts()
                .get("all");
        assertThat(all.questions()).isEqualTo(6);
        assertThat(all.needs()).isEqualTo(1);
        assertThat(all.found()).isEqualTo(2);
        assertThat(all.precision().value()).as("one pair right, two with a question that is not marked")
                .isEqualTo(1 / 3.0);
        assertThat(all.recall().value()).isEqualTo(1 / 3.0);
        assertThat(all.f1().value()).isEqualTo(1 / 3.0);
    }

    @Test
    void aFileWithoutMarksIsRefused() throws IOException {
        Path file = file(row("1", "laddstolpar", "null"));
        assertThatThrownBy(() -> GapEvaluation.check(file)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("cluster");
    }

    @Test
    void aFileOfOtherColumnsClosesNoGaps() throws IOException {
        Path file = Files.writeString(folder.resolve("fil.tsv"), "id\tpage\n1\tbygglov\n");
        assertThatThrownBy(() -> GapClosing.check(file)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining(":1:").hasMessageContaining("phrasing1");
    }

    @Test
    void aRatioIsThatOfTheSumsAndItsIntervalHoldsIt() {
        Bootstrap.Interval half = Bootstrap.ratio(new double[]{1, 0, 2, 1}, new double[]{2, 2, 2, 2});
        assertThat(half.value()).isEqualTo(0.5);
        assertThat(half.low()).isLessThan(0.5);
        assertThat(half.high()).isGreaterThan(0.5);
        assertThat(Bootstrap.ratio(new double[0], new double[0]).value()).isZero();
    }
}
