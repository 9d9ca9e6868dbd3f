package se.lotsen.confidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.Meaning;

/**
 * The part of {@code calibration.yaml} for one embedding model.
 *
 * @param model the embedding model's id
 * @param home for questions in the pages' own language
 * @param foreign for questions in other languages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmbeddingPart(@Nullable String model, @Nullable Group home, @Nullable Group foreign) {
    private static final Set<String> KNOWN = known();

    /**
     * What holds for one group of languages.
     *
     * @param weight of vectors beside words
     * @param fittedOn the graded cases by where they come from
     * @param thresholds the thresholds
     * @param model the probability
     * @param quality figures over out-of-fold probabilities, by name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(@Nullable Double weight, @Nullable List<CalibrationFile.Source> fittedOn,
            @Nullable Thresholds thresholds, CalibrationFile.@Nullable Model model,
            @Nullable Map<String, Double> quality) {

        private String wrong(String at) {
            if (weight == null || !(weight >= 0) || Double.isInfinite(weight)) {
                return at + "/weight";
            }
            return thresholds == null ? at + "/thresholds" : CalibrationFile.wrong(model, at, KNOWN);
        }

        private MeaningCalibration.@Nullable Group calibrated() {
            return weight == null || thresholds == null || model == null
                    ? null
                    : new MeaningCalibration.Group(weight,
                            new ConfidenceModel(model.intercept(), model.coefficients()), thresholds);
        }
    }

    /** The pointer of the first value that is missing or cannot be, or nothing. */
    String wrong() {
        if (model == null || model.isBlank()) {
            return "/embedding/model";
        }
        if (home == null || foreign == null) {
            return "/embedding";
        }
        String wrong = home.wrong("/embedding/home");
        return wrong.isEmpty() ? foreign.wrong("/embedding/foreign") : wrong;
    }

    @Nullable
    MeaningCalibration calibrated() {
        MeaningCalibration.Group own = home == null ? null : home.calibrated();
        MeaningCalibration.Group others = foreign == null ? null : foreign.calibrated();
        return model == null || own == null || others == null
                ? null
                : new MeaningCalibration(model, own, others);
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Evidence.NONE.features().keySet());
        known.addAll(Meaning.NOT_CONFIGURED.features().keySet());
        return Set.copyOf(known);
    }
}
