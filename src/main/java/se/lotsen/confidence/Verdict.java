package se.lotsen.confidence;

import java.util.List;

/** What the confidence allows. */
public sealed interface Verdict {

    /** The probability, 0..1, that the first page is the right one. */
    double confidence();

    /** Answer from the first page. */
    record AnswerIt(double confidence) implements Verdict {
    }

    /** Ask which of these pages is meant: one to three ids, best first. */
    record AskWhich(double confidence, List<String> pages) implements Verdict {
    }

    /** Found something, but not surely enough: a person. */
    record HandOver(double confidence) implements Verdict {
    }

    /** The topic is not in the knowledge base. */
    record NothingFound(double confidence) implements Verdict {
    }
}
