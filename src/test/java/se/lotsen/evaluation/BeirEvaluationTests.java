package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirEvaluationTests {
    @TempDir
    Path folder;

    @BeforeEach
    void aSetOfThree() throws IOException {
        write("corpus.jsonl", """
                {"_id": "d1", "title": "Simhall", "text": "Simhallen har öppet på lördag."}

                {"_id": "d2", "title": "", "text": "Bygglov kostar 5 000 kronor."}
                {"_id": "d3", "text": "Skolan börjar i augusti."}
                """);
        write("queries.jsonl", """
                {"_id": "q1", "text": "när har simhallen öppet"}
                {"_id": "q2", "text": "vad kostar bygglov", "metadata": {}}
                {"_id": "other", "text": "inte i den här delen"}
                """);
        write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t0\nq2\td2\t1\nq2\td3\t2\n");
    }

    @Test
    void measuresTheQuestionsOfTheSplit() {
        BeirEvaluation.Figures figures = BeirEvaluation.run(folder, "test");
        assertThat(figures.documents()).isEqualTo(3);
        assertThat(figures.queries()).isEqualTo(2);
        assertThat(figures.hitAt1().value()).isEqualTo(1);
        assertThat(figures.mrrAt10().value()).isEqualTo(1);
        assertThat(figures.recallAt10().value()).isEqualTo(0.75);
        assertThat(figures.json()).containsKeys("hitAt1", "hitAt3", "mrrAt10", "ndcgAt10", "recallAt10",
                "intervals95");
    }

    @Test
    void runningAgainGivesTheSameFigures() {
        assertThat(BeirEvaluation.run(folder, "test")).isEqualTo(BeirEvaluation.run(folder, "test"));
    }

    @Test
    void brokenLinesAreNamed() throws IOException {
        write("corpus.jsonl", "{\"_id\": \"d1\", \"text\": \"a\"}\n{broken\n");
        assertRefused("corpus.jsonl:2: not a JSON object");
        write("corpus.jsonl", "{\"_id\": \"d1\"}\n");
        assertRefused("corpus.jsonl:1: the field \"text\" is missing");
        write("corpus.jsonl", "[1]\n");
        assertRefused("corpus.jsonl:1: the field \"_id\" is missing");
        write("corpus.jsonl", "{\"_id\": 7, \"text\": \"a\"}\n");
        assertRefused("corpus.jsonl:1: the field \"_id\" is missing");
    }

    @Test
    void brokenJudgementsAreNamed() throws IOException {
        for (String broken : new String[]{"q1 d1 1", "q1\td1", "q1\td1\tja", "q1\td1\t99999999999999"}) {
            write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\n" + broken + "\n");
            assertRefused("test.tsv:3: expected query-id, corpus-id and score");
        }
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertThatThrownBy(() -> BeirEvaluation.run(folder, "dev"))
                .isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("there is no file").hasMessageContaining("dev.tsv");
        Files.delete(folder.resolve("queries.jsonl"));
        assertRefused("queries.jsonl");
    }

    @Test
    void aSplitWithoutItsQuestionsIsRefused() throws IOException {
        write("qrels/test.tsv", "q9\td1\t1\n");
        assertRefused("no query of the split \"test\"");
    }

    private void assertRefused(String said) {
        assertThatThrownBy(() -> BeirEvaluation.run(folder, "test"))
                .isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining(said);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
