package se.lotsen.languagemodel;

/** The words of a question, and how far any text holds each of them. */
public interface AskedWords {
    /** How rare each word is in the knowledge base, in the question's order; at least 0. */
    double[] weights();

    /** For each word how far the text holds it, 0..1; as long as {@link #weights}. */
    double[] strengths(String text);
}
