package se.lotsen.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.LotsenApplication;

class CalibrateCommandTests {
    private static final String QUESTIONS = "knowledge-base/golden-questions.tsv";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "--out x", "--questions", "--questions q.tsv --max-wrong often",
            "--questions q.tsv --max-wrong 0", "--questions q.tsv --max-wrong 1",
            "--questions q.tsv --cost-wrong 1",
            "--questions q.tsv --max-wrong 0.1 --cost-wrong 1 --cost-handover 1 --cost-delay 1", "--beir x",
            "--questions q.tsv stray", "--questions q.tsv --unknown", "--questions none.tsv"})
    void whatCannotBeRunAsGivenIsSaid(String arguments) {
        assertThat(run(("calibrate " + arguments).strip().split(" "))).isEqualTo(2);
        assertThat(said(err)).isNotBlank();
        assertThat(said(out)).isEmpty();
    }

    @Test
    void writesTheFileAndTheChartAndSaysWhatTheyRestOn() throws IOException {
        Path file = folder.resolve("new/calibration.yaml");
        Path chart = folder.resolve("chart.svg");
        assertThat(run("calibrate", "--questions", QUESTIONS, "--questions", few().toString(), "--out",
                file.toString(),
                "--chart", chart.toString(), "--cost-wrong", "5", "--cost-handover", "1", "--cost-delay",
                "0.35"))
                .isZero();
        assertThat(Files.readString(file)).contains("golden-questions.tsv", "few.tsv",
                "least cost: wrong 5.0");
        assertThat(Files.readString(chart)).startsWith("<svg");
        assertThat(said(out)).contains("golden-questions.tsv", "auroc", "calibration.yaml");
        assertThat(said(err)).isEmpty();
    }

    @Test
    void fewQuestionsAreSaidInTheTerminal() throws IOException {
        assertThat(run("calibrate", "--questions", few().toString(), "--out",
                folder.resolve("c.yaml").toString()))
                .isZero();
        assertThat(said(err)).contains("LITA INTE", "Ingen tröskel");
        assertThat(said(out)).contains("59");
    }

    private Path few() throws IOException {
        try (var lines = Files.lines(Path.of(QUESTIONS))) {
            return Files.write(folder.resolve("few.tsv"), lines.limit(40).toList());
        }
    }

    private int run(String... arguments) {
        return new CommandLine(LotsenApplication.class, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemDefaultZone()).run(arguments).orElseThrow();
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
