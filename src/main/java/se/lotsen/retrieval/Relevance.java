package se.lotsen.retrieval;

/** Which of a question's words texts speak of. */
public interface Relevance {
    /** Of a question that has no words. */
    Relevance NONE = new Relevance() {
        @Override
        public double[] weights() {
            return new double[0];
        }

        @Override
        public double[] strengths(String text) {
            return new double[0];
        }
    };

    /** The idf of each asked word, in the question's order; at least 0. */
    double[] weights();

    /** For each asked word how far the text holds it, 0..1: 1 for its stem, less for some of its 4-grams only. */
    double[] strengths(String text);
}
