package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/** The mean and scatter of a question's cosines come out as if it had been compared with every passage. */
class VectorStatisticsTests {
    private static final int DIMENSION = 24;
    private final Random random = new Random(20261128);

    @Test
    void agreesWithComparingEachPassage() {
        List<float[]> passages = vectors(300);
        VectorStatistics statistics = VectorStatistics.of(passages);
        float[] question = QuestionMeans.centred(vectors(1).getFirst(), statistics.mean());
        double sum = 0;
        double squares = 0;
        double ofMean = VectorUtil.dotProduct(question, statistics.mean());
        double square = VectorUtil.dotProduct(statistics.mean(), statistics.mean());
        for (float[] passage : passages) {
            double exact = VectorUtil.dotProduct(question, QuestionMeans.centred(passage, statistics.mean()));
            assertThat(statistics.cosine(question, passage, ofMean, square)).isCloseTo(exact, within(1e-4));
            sum += exact;
            squares += exact * exact;
        }
        double mean = sum / passages.size();
        assertThat(statistics.meanCosine(question)).isCloseTo(mean, within(1e-4));
        assertThat(statistics.deviation(question))
                .isCloseTo(Math.sqrt(squares / passages.size() - mean * mean), within(1e-4));
    }

    @Test
    void equalPassagesDoNotScatter() {
        float[] one = vectors(1).getFirst();
        assertThat(VectorStatistics.of(List.of(one, one, one)).deviation(one)).isLessThan(1e-3);
    }

    @Test
    void whatIsCommonToALanguageIsTakenAway() {
        QuestionMeans means = QuestionMeans.of(Map.of("sv", List.of(new float[]{1, 0, 0}), "en",
                List.of(new float[]{0, 1, 0})));
        assertThat(means.centred(new float[]{0.8f, 0, 0.6f}, "sv")[2]).isGreaterThan(0.9f);
        assertThat(means.centred(new float[]{0, 0.8f, 0.6f}, "en")[2]).isGreaterThan(0.9f);
        // A language without examples is centred by the others' mean.
        assertThat(means.centred(new float[]{0.5f, 0.5f, 0.7f}, "so")).containsExactly(new float[]{0, 0, 1},
                within(1e-6f));
    }

    @Test
    void meansComeBackFromTheirTextUnlessTheDimensionIsAnother() {
        QuestionMeans means = QuestionMeans.of(Map.of("sv", vectors(3), "fi", vectors(2)));
        QuestionMeans back = QuestionMeans.parse(means.text(), DIMENSION);
        assertThat(back.byLanguage()).containsOnlyKeys("sv", "fi");
        assertThat(back.byLanguage().get("sv")).containsExactly(means.byLanguage().get("sv"));
        assertThat(QuestionMeans.parse(means.text(), DIMENSION + 1).byLanguage()).isEmpty();
        assertThat(QuestionMeans.parse(Map.of("sv", "no base64!"), DIMENSION).byLanguage()).isEmpty();
    }

    @Test
    void examplesAreDrawnEvenlyAndToldApartByTheirDigest() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 3 * SeedQuestions.MOST; i++) {
            many.add("q" + i);
        }
        SeedQuestions drawn = SeedQuestions.of(Map.of("sv", many));
        assertThat(drawn.byLanguage().get("sv")).hasSize(SeedQuestions.MOST).startsWith("q0", "q3")
                .endsWith("q177");
        assertThat(drawn.digest("a")).isEqualTo(SeedQuestions.of(Map.of("sv", many)).digest("a"))
                .isNotEqualTo(drawn.digest("b")).isNotEqualTo(SeedQuestions.NONE.digest("a"));
    }

    private List<float[]> vectors(int count) {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[DIMENSION];
            for (int j = 0; j < DIMENSION; j++) {
                vector[j] = (float) random.nextGaussian() + (j == 0 ? 2 : 0);
            }
            vectors.add(QuestionMeans.centred(vector, new float[DIMENSION]));
        }
        return vectors;
    }
}
