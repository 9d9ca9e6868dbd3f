package se.lotsen.retrieval;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all questions of one language have in common: their mean vector. Taken away from a question it leaves what is
 * particular to it, and questions in another language come to lie among the pages they mean. A language without examples
 * is centred by the mean of the others.
 *
 * @param byLanguage the mean question of each language
 */
record QuestionMeans(Map<String, float[]> byLanguage) {
    static final QuestionMeans NONE = new QuestionMeans(Map.of());

    /** @param questions vectors of example questions by language; languages without any are left out */
    static QuestionMeans of(Map<String, List<float[]>> questions) {
        Map<String, float[]> means = new TreeMap<>();
        questions.forEach((language, vectors) -> {
            if (!vectors.isEmpty()) {
                means.put(language, mean(vectors));
            }
        });
        return new QuestionMeans(Map.copyOf(means));
    }

    /** The question without what is common to its language, of unit length. */
    float[] centred(float[] question, String language) {
        float[] mean = byLanguage.get(language);
        if (mean == null && !byLanguage.isEmpty()) {
            mean = mean(new ArrayList<>(new TreeMap<>(byLanguage).values()));
        }
        return centred(question, mean == null ? new float[question.length] : mean);
    }

    /** A vector less a mean, of unit length; itself where nothing is left. */
    static float[] centred(float[] vector, float[] mean) {
        float[] centred = new float[vector.length];
        double square = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = vector[i] - mean[i];
            square += (double) centred[i] * centred[i];
        }
        if (square < 1e-12) {
            return vector.clone();
        }
        for (int i = 0; i < centred.length; i++) {
            centred[i] /= (float) Math.sqrt(square);
        }
        return centred;
    }

    static float[] mean(List<float[]> vectors) {
        double[] sum = new double[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / vectors.size());
        }
        return mean;
    }

    /** As text, for the index' commit. */
    Map<String, String> text() {
        Map<String, String> text = new TreeMap<>();
        byLanguage.forEach((language, mean) -> {
            ByteBuffer bytes = ByteBuffer.allocate(mean.length * Float.BYTES);
            for (float value : mean) {
                bytes.putFloat(value);
            }
            text.put(language, Base64.getEncoder().encodeToString(bytes.array()));
        });
        return text;
    }

    /** What {@link #text()} wrote; languages whose text is not of this dimension are left out. */
    static QuestionMeans parse(Map<String, String> text, int dimension) {
        Map<String, float[]> means = new TreeMap<>();
        text.forEach((language, base64) -> {
            float[] mean = floats(base64, dimension);
            if (mean != null) {
                means.put(language, mean);
            }
        });
        return new QuestionMeans(Map.copyOf(means));
    }

    private static float @Nullable [] floats(String base64, int dimension) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.remaining() != dimension * Float.BYTES) {
            return null;
        }
        float[] mean = new float[dimension];
        bytes.asFloatBuffer().get(mean);
        return mean;
    }
}
