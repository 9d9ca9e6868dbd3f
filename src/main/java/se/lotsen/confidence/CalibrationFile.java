package se.lotsen.confidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.ConfidenceModel.Coefficient;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;
import se.lotsen.retrieval.Evidence;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * {@code calibration.yaml}: what {@code ./lotsen calibrate} writes and the service reads. Editors may change the
 * thresholds by hand; everything else says what they rest on.
 *
 * @param format {@value #FORMAT}
 * @param made the day it was written
 * @param trusted false where there were too few graded cases
 * @param fittedOn the graded cases by where they come from
 * @param rule how the thresholds were chosen, in words
 * @param thresholds the thresholds
 * @param model the probability
 * @param quality figures over out-of-fold probabilities, by name
 * @param reliability what was said and what came, in ten bins
 * @param riskCoverage points of the curve
 * @param embedding what holds instead where vectors of one model take part; may be missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibrationFile(@Nullable Integer format, @Nullable LocalDate made, @Nullable Boolean trusted,
        @Nullable List<Source> fittedOn, @Nullable String rule, @Nullable Thresholds thresholds,
        @Nullable Model model, @Nullable Map<String, Double> quality, @Nullable List<Bin> reliability,
        @Nullable List<Point> riskCoverage, @Nullable EmbeddingPart embedding) {
    /** The file's name in the knowledge-base folder. */
    public static final String NAME = "calibration.yaml";
    /** The only format so far. */
    public static final int FORMAT = 1;

    private static final Set<String> KNOWN = Evidence.NONE.features().keySet();

    /** Graded cases of one file: all of them, those with a page that answers, those whose first page is right. */
    public record Source(String name, int cases, int answerable, int right) {
    }

    /** The fitted model. */
    public record Model(double penalty, double intercept, List<Coefficient> coefficients) {
    }

    /** A bin of the reliability table. */
    public record Bin(int cases, double said, double came) {
    }

    /** Answered from {@code at} on: the coverage, the share of wrong ones seen, and its upper bound at 95 %. */
    public record Point(double at, double coverage, double wrong, double atMost) {
    }

    /** The folder's calibration; empty where there is no file, and with findings where it cannot be used. */
    public static Optional<Calibration> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        if (!java.nio.file.Files.exists(folder.resolve(NAME))) {
            return Optional.empty();
        }
        return folder.read(NAME, findings).flatMap(yaml -> parse(yaml, findings));
    }

    static Optional<Calibration> parse(String yaml, Consumer<Finding> findings) {
        return StrictYaml.read(NAME, 1, yaml, CalibrationFile.class, findings)
                .flatMap(file -> file.checked(YamlLines.of(yaml), findings));
    }

    private Optional<Calibration> checked(YamlLines lines, Consumer<Finding> findings) {
        if (format == null || made == null || thresholds == null || model == null
                || model.coefficients() == null || fittedOn == null) {
            findings.accept(Finding.of(NAME, 1, Finding.Code.MISSING_FIELD, missing()));
            return Optional.empty();
        }
        String wrong = wrong();
        if (!wrong.isEmpty()) {
            findings.accept(Finding.of(NAME, lines.line(wrong), Finding.Code.INVALID_VALUE,
                    wrong.substring(1).replace('/', '.')));
            return Optional.empty();
        }
        return Optional
                .of(new Calibration(new ConfidenceModel(model.intercept(), model.coefficients()), thresholds,
                        new Calibration.Basis(NAME, made, fittedOn.stream().mapToInt(Source::cases).sum()),
                        embedding == null ? null : embedding.calibrated()));
    }

    private String missing() {
        return format == null
                ? "format"
                : made == null
                        ? "made"
                        : thresholds == null ? "thresholds" : fittedOn == null ? "fittedOn" : "model";
    }

    /** The pointer of the first value that cannot be, or nothing. */
    private String wrong() {
        if (format == null || format != FORMAT) {
            return "/format";
        }
        String inModel = wrong(model, "", KNOWN);
        return inModel.isEmpty() && embedding != null ? embedding.wrong() : inModel;
    }

    static String wrong(@Nullable Model model, String in, Set<String> known) {
        if (model == null || model.coefficients() == null || !Double.isFinite(model.intercept())
                || model.coefficients().isEmpty()) {
            return in + "/model";
        }
        for (int i = 0; i < model.coefficients().size(); i++) {
            Coefficient one = model.coefficients().get(i);
            String at = in + "/model/coefficients/" + i;
            if (!known.contains(one.feature())) {
                return at + "/feature";
            }
            if (!(one.scale() > 0) || !Double.isFinite(one.weight() + one.mean() + one.scale())) {
                return at;
            }
        }
        return "";
    }

    /** The same file with the part for an embedding model. */
    public CalibrationFile with(@Nullable EmbeddingPart part) {
        return new CalibrationFile(format, made, trusted, fittedOn, rule, thresholds, model, quality,
                reliability,
                riskCoverage, part);
    }

    /** The file's text, with a head that says to editors what it is. */
    public String text() {
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.confidence.messages", Locale.of("sv"));
        String head = texts.getString("file.head")
                + (Boolean.TRUE.equals(trusted) ? "" : "\n" + texts.getString("file.untrusted"));
        StringBuilder text = new StringBuilder();
        head.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        return text.append(YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES).disable(YAMLWriteFeature.SPLIT_LINES).build()
                .writeValueAsString(this)).toString();
    }
}
