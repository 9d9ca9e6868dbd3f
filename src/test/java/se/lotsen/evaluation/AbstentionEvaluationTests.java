package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.lotsen.confidence.GradedEvidence;

/** A set of forty documents in eight groups, each asked for by a word of its own. */
@Execution(ExecutionMode.CONCURRENT)
class AbstentionEvaluationTests {
    private static final int DOCUMENTS = 40;
    private static final int GROUPS = 8;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheSet() throws IOException {
        write(true);
    }

    private void write(boolean titles) throws IOException {
        List<String> corpus = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<String> qrels = new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
        for (int i = 0; i < DOCUMENTS; i++) {
            int group = i % GROUPS;
            String word = word(i);
            corpus.add("{\"_id\":\"g%d-%d\",\"title\":\"%s\",\"text\":\"Om %s står det här, bland annat.\"}"
                    .formatted(group, i, titles ? "Grupp " + group : "", word));
            queries.add("{\"_id\":\"q%d\",\"text\":\"berätta om %s\"}".formatted(i, word));
            qrels.add("q%d\tg%d-%d\t1".formatted(i, group, i));
        }
        Files.createDirectories(folder.resolve("qrels"));
        Files.write(folder.resolve("corpus.jsonl"), corpus);
        Files.write(folder.resolve("queries.jsonl"), queries);
        Files.write(folder.resolve("qrels/dev.tsv"), qrels);
    }

    /** Letters that no other word shares four of in a row. */
    private static String word(int i) {
        char letter = (char) ('a' + i % 26);
        char other = (char) ('a' + (i * 7 + 3) % 26);
        return ("" + letter + other).repeat(4) + (char) ('a' + i / 26);
    }

    @Test
    void hardLeavesHalfOfTheQuestionsWithoutTheirDocument() {
        List<GradedEvidence> hard = splits().hard(0.5, 1);
        assertThat(hard).hasSize(DOCUMENTS);
        assertThat(hard.stream().filter(GradedEvidence::answerable)).hasSize(DOCUMENTS / 2);
        assertThat(hard).allMatch(one -> one.right() == one.answerable());
        assertThat(splits().hard(0.2, 1).stream().filter(GradedEvidence::answerable)).hasSize(32);
        assertThat(splits().hard(0.5, 1)).isEqualTo(hard).isNotEqualTo(splits().hard(0.5, 2));
    }

    @Test
    void easyTakesWholeGroups() throws IOException {
        assertWholeGroups(splits().easy(1), "Grupp ");
        write(false);
        assertWholeGroups(splits().easy(1), "g");
    }

    private static void assertWholeGroups(List<GradedEvidence> easy, String prefix) {
        assertThat(easy.stream().filter(GradedEvidence::answerable)).hasSize(DOCUMENTS / 2);
        for (int group = 0; group < GROUPS; group++) {
            String name = prefix + group;
            assertThat(easy.stream().filter(one -> one.group().equals(name)).map(GradedEvidence::answerable)
                    .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void wordsOfTheirOwnAreToldApartWhollyAndAlikeEachTime() {
        AbstentionEvaluation.Figures figures = AbstentionEvaluation.run(folder, "dev");
        assertThat(figures.splits()).isEqualTo(20);
        assertThat(figures.named()).allSatisfy((name, figure) -> assertThat(figure.value()).as(name)
                .isBetween(0.0, 1.0).isBetween(figure.low() - 0.1, figure.high() + 0.1));
        assertThat(figures.named().get("aurocTop1.hard").value()).isGreaterThan(0.99);
        assertThat(figures.named().get("coverageAt95").value()).isGreaterThan(0.75);
        assertThat(figures.json()).containsKeys("coverageAt95", "aurc", "ece", "eceOfPerfect", "splits")
                .containsEntry("aurocAnswerable",
                        Map.of("easy", figures.named().get("aurocAnswerable.easy").value(), "hard",
                                figures.named().get("aurocAnswerable.hard").value()));
        assertThat(AbstentionEvaluation.run(folder, "dev")).isEqualTo(figures);
    }

    private AbstentionSplits splits() {
        return new AbstentionSplits(BeirSet.read(folder, "dev"), null);
    }
}
