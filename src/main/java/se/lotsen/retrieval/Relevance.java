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

    /** The share of the question's weight, 0..1, that the text speaks of; 0 for a question without words. */
    default double share(String text) {
        double[] weights = weights();
        double[] strengths = strengths(text);
        double held = 0;
        double all = 0;
        for (int word = 0; word < weights.length; word++) {
            held += weights[word] * strengths[word];
            all += weights[word];
        }
        return all <= 0 ? 0 : held / all;
    }
}
