package se.lotsen.retrieval;

import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * What a question's cosines with all passages are on average and how far they scatter, without comparing it with each: from
 * the mean and the second moments of the passages' centred vectors, of a fixed sample where there are many.
 *
 * @param mean the passages' mean vector, by which they are centred
 * @param direction the mean of the centred vectors after they were brought to unit length
 * @param moments the mean of their outer products
 */
record VectorStatistics(float[] mean, float[] direction, float[][] moments) {
    /** So many passages at most are looked at; the scatter of more differs by a hundredth at most. */
    static final int SAMPLE = 4_096;

    /** @param vectors of unit length and equal dimension; at least one */
    static VectorStatistics of(List<float[]> vectors) {
        int dimension = vectors.getFirst().length;
        float[] mean = QuestionMeans.mean(vectors);
        double[] direction = new double[dimension];
        float[][] moments = new float[dimension][dimension];
        for (float[] vector : vectors) {
            float[] centred = QuestionMeans.centred(vector, mean);
            for (int i = 0; i < dimension; i++) {
                direction[i] += centred[i] / vectors.size();
                float share = centred[i] / vectors.size();
                float[] row = moments[i];
                for (int j = 0; j < dimension; j++) {
                    row[j] += share * centred[j];
                }
            }
        }
        float[] rounded = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            rounded[i] = (float) direction[i];
        }
        return new VectorStatistics(mean, rounded, moments);
    }

    /** The mean of the cosines of a centred question with all passages. */
    double meanCosine(float[] question) {
        return VectorUtil.dotProduct(question, direction);
    }

    /** Their standard deviation; 0 where all passages are the same. */
    double deviation(float[] question) {
        double square = 0;
        for (int i = 0; i < question.length; i++) {
            square += question[i] * VectorUtil.dotProduct(moments[i], question);
        }
        double mean = meanCosine(question);
        return Math.sqrt(Math.max(0, square - mean * mean));
    }

    /** The cosine of a centred question with a passage's vector as it is stored. */
    double cosine(float[] question, float[] passage, double questionAndMean, double meanSquare) {
        double square = 1 - 2 * VectorUtil.dotProduct(passage, mean) + meanSquare;
        return square <= 1e-12
                ? 0
                : (VectorUtil.dotProduct(question, passage) - questionAndMean) / Math.sqrt(square);
    }
}
