package se.lotsen.evaluation;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.EmbeddingPart;
import se.lotsen.confidence.ThresholdRule;
import se.lotsen.knowledge.Finding;
import se.lotsen.retrieval.MeaningWeights;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.retrieval.SeedQuestions;
import se.lotsen.testing.FakeEmbeddings;
import se.lotsen.testing.KnowledgeFiles;

@Execution(ExecutionMode.CONCURRENT)
class CalibratorTests {
    private static final Path GOLDEN = Path.of("knowledge-base/golden-questions.tsv");
    private static final ThresholdRule RULE = new ThresholdRule.MaxWrong(0.05, 0.5);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @Test
    void equalInputGivesAnEqualFileThatTheServiceCanRead() throws IOException {
        Calibrator.Outcome outcome = run(questions(GOLDEN, true));
        assertThat(outcome.file().text()).isEqualTo(run(questions(GOLDEN, true)).file().text());
        Path copy = folder.resolve("calibration.yaml");
        Files.writeString(copy, outcome.file().text());
        List<Finding> findings = new ArrayList<>();
        assertThat(CalibrationFile.read(new se.lotsen.knowledge.KnowledgeFolder(folder), findings::add)).get()
                .extracting(Calibration::thresholds).isEqualTo(outcome.file().thresholds());
        assertThat(findings).isEmpty();
        assertThat(outcome.isTrusted()).isTrue();
    }

    @Test
    void everyThirdRowIsKeptForTheEnd() {
        Calibrator.Outcome without = run(questions(GOLDEN, true));
        Calibrator.Outcome whole = run(questions(GOLDEN, false));
        assertThat(whole.heldOut()).isZero();
        assertThat(without.heldOut()).isBetween(130, 150);
        assertThat(whole.predictions().size()).isGreaterThan(without.predictions().size());
    }

    @Test
    void theModelTellsRightFromWrongOnPagesItHasNotSeen() {
        Calibrator.Outcome outcome = run(questions(GOLDEN, true));
        assertThat(Objects.requireNonNull(outcome.file().quality()).get("auroc")).isGreaterThan(0.9);
        assertThat(Objects.requireNonNull(outcome.file().quality()).get("ece")).isLessThan(0.05);
    }

    @Test
    void fewQuestionsAreNotToBeTrusted() throws IOException {
        Calibrator.Outcome outcome = run(questions(some(40), false));
        assertThat(outcome.isTrusted()).isFalse();
        assertThat(outcome.file().text()).contains("trusted: false").contains("LITA INTE");
    }

    @Test
    void gradesCountWhereTheirPageStillComesFirstOrIsTheRightOne() throws IOException {
        Path grades = Files.write(folder.resolve("grades.jsonl"), List.of(
                "{\"question\": \"Vad kostar bygglov?\", \"page\": \"bygglov\", \"right\": true}",
                "{\"question\": \"Vad kostar bygglov?\", \"page\": \"bygglov\", \"right\": false}",
                "{\"question\": \"Vad kostar bygglov?\", \"page\": \"skolmat\", \"right\": true}", "",
                "{\"question\": \"Vad kostar bygglov?\", \"page\": \"skolmat\", \"right\": false}"));
        Calibrator.Outcome outcome = run(
                new Calibrator.Input(List.of(), false, List.of(grades), List.of(), List.of()));
        assertThat(outcome.file().fittedOn())
                .containsExactly(new CalibrationFile.Source("grades.jsonl", 3, 2, 1));
        assertThat(outcome.leftOut()).isEqualTo(1);
    }

    @Test
    void exportedGradesCountByWhatTheySayOfTheRanking() throws IOException {
        Path grades = Files.write(folder.resolve("grades.jsonl"), List.of(
                exported("right", "\"right\": true, \"kind\": \"answered\""),
                exported("partly", "\"right\": false, \"kind\": \"answered\""),
                exported("wrong", "\"kind\": \"handover\""),
                exported("outdated", "\"kind\": \"answered\""),
                exported("right", "\"right\": true, \"kind\": \"answered\", \"lang\": \"en\"")));
        Calibrator.Outcome outcome = run(
                new Calibrator.Input(List.of(), false, List.of(grades), List.of(), List.of()));
        assertThat(outcome.file().fittedOn())
                .containsExactly(new CalibrationFile.Source("grades.jsonl", 2, 1, 1));
        assertThat(outcome.leftOut()).isEqualTo(2);
        assertThat(outcome.outdated()).containsExactly("bygglov: Vad kostar bygglov?");
    }

    @Test
    void gradesThatContradictThemselvesAreNamedWithTheirLine() throws IOException {
        Path grades = folder.resolve("grades.jsonl");
        for (String broken : List.of(exported("right", "\"right\": false"),
                exported("good", "\"right\": true"),
                exported("outdated", "\"right\": true"), exported("right", "\"right\": \"yes\""),
                exported("wrong", "\"kind\": \"sometimes\""),
                "{\"question\": \"Vad?\", \"grade\": \"wrong\"}", "[]", "7")) {
            Files.write(grades, List.of(exported("right", "\"right\": true"), "", broken));
            refuses(new Calibrator.Input(List.of(), false, List.of(grades), List.of(), List.of()),
                    "grades.jsonl:3");
        }
    }

    private static String exported(String grade, String rest) {
        return "{\"question\": \"Vad kostar bygglov?\", \"page\": \"bygglov\", \"grade\": \"%s\", %s}"
                .formatted(grade, rest);
    }

    @Test
    void brokenInputIsNamedWithItsLine() throws IOException {
        Path grades = Files.write(folder.resolve("grades.jsonl"), List.of(
                "{\"question\": \"Vad kostar bygglov?\", \"page\": \"bygglov\", \"right\": true}",
                "{\"question\": 1}"));
        refuses(new Calibrator.Input(List.of(), false, List.of(grades), List.of(), List.of()),
                "grades.jsonl:2");
        Files.writeString(grades, "no json");
        refuses(new Calibrator.Input(List.of(), false, List.of(grades), List.of(), List.of()),
                "grades.jsonl:1");
        refuses(new Calibrator.Input(List.of(), false, List.of(folder.resolve("none.jsonl")), List.of(),
                List.of()),
                "no file");
        Path unnumbered = Files.write(folder.resolve("q.tsv"), List.of("id\tlang\texpected\tpages\tquestion",
                "first\tsv\tanswered\tbygglov\tVad kostar bygglov?"));
        refuses(questions(unnumbered, true), "does not end in a number");
        refuses(questions(unnumbered, false), "nothing to tell apart");
    }

    @Test
    void theChartIsXmlWithBothCurves() throws Exception {
        Calibrator.Outcome outcome = run(questions(some(60), false));
        String svg = CalibrationChart.svg(outcome.predictions(),
                Objects.requireNonNull(outcome.file().thresholds()));
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
    }

    @Test
    void theEmbeddingPartStandsBesideTheWordsWhichStayAsTheyWere() throws IOException {
        Path questions = Files.write(folder.resolve("some.tsv"), List.of(
                "id\tlang\texpected\tpages\tquestion",
                "q1\tsv\tanswered\tbygglov\tVad kostar bygglov?", "q2\tsv\tno_answer\t-\tvem vann matchen",
                "q3\tsv\tanswered\tskolmat\tvad blir det för skolmat", "q4\tsv\tno_answer\t-\tvad gäller"));
        Path foreign = Files.write(folder.resolve("foreign.tsv"),
                List.of("id\tlang\texpected\tpages\tquestion",
                        "f1\ten\tanswered\tbygglov\tdo I need a permit for bygglov",
                        "f2\ten\tno_answer\t-\twho won the match", "f3\tsv\tno_answer\t-\tvad gäller"));
        Calibrator.Input input = new Calibrator.Input(List.of(questions), false, List.of(), List.of(),
                List.of(foreign));
        CalibrationFile words = run(input).file();
        CalibrationFile both = Calibrator.run(KnowledgeFiles.shipped(), input, RULE, TODAY,
                new PageSearch.Meanings(FakeEmbeddings.working(), SeedQuestions.NONE,
                        MeaningWeights.LABORATORY, (done, of) -> {
                        }))
                .file();
        assertThat(both.with(null)).isEqualTo(words);
        EmbeddingPart part = Objects.requireNonNull(both.embedding());
        assertThat(part.model()).isEqualTo("fake");
        assertThat(Objects.requireNonNull(part.foreign()).fittedOn())
                .extracting(CalibrationFile.Source::cases).containsExactly(2);
        assertThat(Objects.requireNonNull(part.home()).fittedOn()).extracting(CalibrationFile.Source::name)
                .containsExactly("some.tsv", "foreign.tsv");
    }

    @Test
    void theWeightIsTheLowestOfThoseThatFindAsWell() {
        assertThat(EmbeddingCalibrator.best(List.of(0.5, 0.9, 0.6, 0.8, 0.8, 0.8, 0.7))).isEqualTo(4);
        assertThat(EmbeddingCalibrator.best(List.of(0.8, 0.8, 0.8))).isZero();
        assertThat(EmbeddingCalibrator.best(List.of(0.5, 0.799, 0.8, 0.801, 0.802))).isEqualTo(2);
    }

    private void refuses(Calibrator.Input input, String said) {
        assertThatThrownBy(() -> run(input)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining(said);
    }

    private Path some(int rows) throws IOException {
        try (Stream<String> lines = Files.lines(GOLDEN)) {
            return Files.write(folder.resolve("some.tsv"), lines.limit(rows).toList());
        }
    }

    private static Calibrator.Input questions(Path file, boolean withoutEveryThird) {
        return new Calibrator.Input(List.of(file), withoutEveryThird, List.of(), List.of(), List.of());
    }

    private static Calibrator.Outcome run(Calibrator.Input input) {
        return Calibrator.run(KnowledgeFiles.shipped(), input, RULE, TODAY, null);
    }
}
