package se.lotsen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.LogCapture;

class CurrentCalibrationTests {
    private static final KnowledgeFilesChanged CHANGED = new KnowledgeFilesChanged(
            Set.of("calibration.yaml"));
    private static final String SOUND = CalibrationFileTests.FILE.text();

    @TempDir
    Path root;

    @Test
    void withoutAFileTheLaboratorysIsInForceAndTheLogSaysSo() {
        try (LogCapture log = new LogCapture()) {
            assertThat(new CurrentCalibration(files().folder()).get()).isEqualTo(Calibration.LABORATORY);
            assertThat(log.lines()).anyMatch(line -> line.contains("laboratory"));
        }
    }

    @Test
    void aNewFileIsUsedAtOnceAndABrokenOneLeavesTheLastGoodOne() {
        KnowledgeFiles files = files().write("calibration.yaml", SOUND);
        CurrentCalibration current = new CurrentCalibration(files.folder());
        assertThat(current.get().thresholds().answerAt()).isEqualTo(0.8);
        files.write("calibration.yaml", SOUND.replace("answerAt: 0.8", "answerAt: 0.7"));
        current.files(new KnowledgeFilesChanged(Set.of("replies.sv.yaml")));
        assertThat(current.get().thresholds().answerAt()).isEqualTo(0.8);
        current.files(CHANGED);
        assertThat(current.get().thresholds().answerAt()).isEqualTo(0.7);
        try (LogCapture log = new LogCapture()) {
            files.write("calibration.yaml", SOUND.replace("answerAt: 0.8", "answerAt: 7"));
            current.files(CHANGED);
            assertThat(current.get().thresholds().answerAt()).isEqualTo(0.7);
            assertThat(log.lines()).anyMatch(line -> line.contains("calibration.yaml:")).anyMatch(
                    line -> line.contains("stays"));
        }
        files.delete("calibration.yaml");
        current.files(CHANGED);
        assertThat(current.get()).isEqualTo(Calibration.LABORATORY);
    }

    @Test
    void tooFewQuestionsAreSaidInTheLog() {
        try (LogCapture log = new LogCapture()) {
            new CurrentCalibration(
                    files().write("calibration.yaml", SOUND.replace("cases: 120", "cases: 49")).folder());
            assertThat(log.lines()).anyMatch(line -> line.contains("not to be trusted"));
        }
    }

    private KnowledgeFiles files() {
        return new KnowledgeFiles(root);
    }
}
