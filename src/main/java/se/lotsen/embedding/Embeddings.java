package se.lotsen.embedding;

import java.util.List;

/**
 * Turns texts into vectors whose cosine says how alike they mean. Questions and passages are told apart, as models are
 * trained to. Implementations are safe for concurrent use and block, at most until their deadline.
 */
public interface Embeddings {

    /** The model's id; vectors of different ids are never compared. Never blank. */
    String model();

    /**
     * @param question a citizen's words, masked
     * @return a vector of unit length; every vector of one model has the same length
     * @throws EmbeddingUnavailable when there is none within the deadline for questions
     */
    float[] question(String question);

    /**
     * @param passages texts of pages
     * @return one vector of unit length for each, in order
     * @throws EmbeddingUnavailable when there are none within the deadline for passages
     */
    List<float[]> passages(List<String> passages);
}
