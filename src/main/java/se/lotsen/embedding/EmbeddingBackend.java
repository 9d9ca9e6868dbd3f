package se.lotsen.embedding;

import java.util.List;

/**
 * Whoever computes vectors. What comes back is not looked at yet: neither how many nor how long. Safe for concurrent
 * use; blocks at most until the deadline of the kind.
 */
interface EmbeddingBackend extends AutoCloseable {

    /** What a text is to the model. */
    enum Kind {
        /** Somebody's words. */
        QUESTION("query"),
        /** A piece of a page. */
        PASSAGE("passage");

        private final String inputType;

        Kind(String inputType) {
            this.inputType = inputType;
        }

        /** The value of {@code input_type}. */
        String inputType() {
            return inputType;
        }
    }

    /** Vectors of different ids are not comparable. */
    String model();

    /**
     * @param texts at least one, none blank
     * @throws EmbeddingUnavailable when they do not come
     */
    List<float[]> vectors(List<String> texts, Kind kind);

    /** Ends what is under way. */
    @Override
    void close();
}
