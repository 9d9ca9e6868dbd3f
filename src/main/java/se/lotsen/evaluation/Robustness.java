package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * What is lost when the same questions are typed otherwise, question by question.
 *
 * @param file what was measured
 * @param variants by variant
 */
public record Robustness(String file, List<Loss> variants) {

    /**
     * One variant against the questions as they stand.
     *
     * @param rows how many questions were asked in this variant
     * @param changed how many of them the variant writes otherwise
     * @param clean the figure's mean over the questions as they stand, by figure
     * @param losses clean minus variant, paired bootstrap, by figure
     */
    public record Loss(QuestionVariant variant, int rows, int changed, Map<String, Double> clean,
            Map<String, Bootstrap.Interval> losses) {

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("rows", rows);
            json.put("changed", changed);
            Map<String, Object> byFigure = new LinkedHashMap<>();
            losses.forEach((name, loss) -> {
                Map<String, Object> figure = FigureJson.figure(loss);
                figure.put("clean", clean.get(name));
                byFigure.put(name, figure);
            });
            json.put("loss", byFigure);
            return json;
        }
    }

    /** A question as it stands. */
    record Asked(String id, String text) {
    }

    /**
     * Measures every variant. A text that a variant leaves as it is loses nothing and is not asked again.
     *
     * @param figures what is measured, by name
     * @param measure the figures of one question (by its index) in one wording, in their order
     */
    static Robustness of(String file, List<Asked> questions, List<String> figures, KnownWords words,
            Measure measure) {
        List<double[]> clean = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            clean.add(measure.of(i, questions.get(i).text()));
        }
        List<Loss> losses = new ArrayList<>();
        for (QuestionVariant variant : QuestionVariant.values()) {
            int changed = 0;
            List<double[]> typed = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                Asked question = questions.get(i);
                String text = variant.of(question.id(), question.text(), words);
                boolean same = text.equals(question.text());
                changed += same ? 0 : 1;
                typed.add(same ? clean.get(i) : measure.of(i, text));
            }
            losses.add(loss(variant, changed, figures, clean, typed));
        }
        return new Robustness(file, List.copyOf(losses));
    }

    /** The figures of one question in one wording. */
    interface Measure {
        double[] of(int question, String text);
    }

    private static Loss loss(QuestionVariant variant, int changed, List<String> figures, List<double[]> clean,
            List<double[]> typed) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Bootstrap.Interval> losses = new LinkedHashMap<>();
        for (int f = 0; f < figures.size(); f++) {
            means.put(figures.get(f), Bootstrap.mean(column(clean, clean, f, (a, b) -> a)).value());
            losses.put(figures.get(f), Bootstrap.mean(column(clean, typed, f, (a, b) -> a - b)));
        }
        return new Loss(variant, clean.size(), changed, means, losses);
    }

    private static double[] column(List<double[]> clean, List<double[]> typed, int figure,
            ToDoubleBiFunction<Double, Double> value) {
        double[] column = new double[clean.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsDouble(clean.get(i)[figure], typed.get(i)[figure]);
        }
        return column;
    }

    /** For {@code --json}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        Map<String, Object> byVariant = new LinkedHashMap<>();
        variants.forEach(loss -> byVariant.put(loss.variant().wireName(), loss.json()));
        json.put("variants", byVariant);
        return json;
    }
}
