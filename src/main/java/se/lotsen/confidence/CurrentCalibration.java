package se.lotsen.confidence;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.retrieval.MeaningWeights;

/**
 * The calibration in force: the folder's, and the laboratory's where there is none. A file that cannot be used is
 * reported, and what was in force stays.
 */
public class CurrentCalibration implements Supplier<Calibration>, MeaningWeights {
    private static final Logger log = LoggerFactory.getLogger(CurrentCalibration.class);

    private final KnowledgeFolder folder;
    private volatile String uncalibrated = "";
    private volatile Calibration current = Calibration.LABORATORY;

    CurrentCalibration(KnowledgeFolder folder) {
        this.folder = folder;
        read();
    }

    @Override
    public Calibration get() {
        return current;
    }

    @Override
    public double weight(String model, boolean home) {
        MeaningCalibration meaning = current.meaning();
        if (meaning == null || !meaning.model().equals(model)) {
            if (!model.equals(uncalibrated)) {
                uncalibrated = model;
                log.warn(
                        "No calibration for the embedding model {}: the laboratory's weights are in force. Run"
                                + " ./lotsen calibrate with the backend configured.",
                        model);
            }
            return MeaningWeights.LABORATORY.weight(model, home);
        }
        return (home ? meaning.home() : meaning.foreign()).weight();
    }

    @EventListener
    void files(KnowledgeFilesChanged changed) {
        if (changed.files().contains(CalibrationFile.NAME)) {
            read();
        }
    }

    private void read() {
        FindingText text = new FindingText();
        AtomicBoolean broken = new AtomicBoolean();
        Optional<Calibration> read = CalibrationFile.read(folder, finding -> {
            broken.set(true);
            log.warn("{}", text.of(finding));
        });
        if (broken.get()) {
            log.warn("{} cannot be used; what was in force stays: {}", CalibrationFile.NAME, current.basis());
            return;
        }
        current = read.orElse(Calibration.LABORATORY);
        if (read.isEmpty()) {
            log.warn("No {}: the laboratory's weights and thresholds are in force, which know nothing of this"
                    + " municipality's risk. Run ./lotsen calibrate.", CalibrationFile.NAME);
        } else if (!current.isTrusted()) {
            log.warn("{} rests on {} graded questions, fewer than {}: not to be trusted. Grade more, and run"
                    + " ./lotsen calibrate.", CalibrationFile.NAME, current.basis().cases(),
                    Calibration.ENOUGH);
        } else {
            log.info("Calibration of {}, {} graded questions, answers from {} on", current.basis().made(),
                    current.basis().cases(), current.thresholds().answerAt());
        }
    }
}
