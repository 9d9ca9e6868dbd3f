package se.lotsen.extraction;

/**
 * Which columns of a table hold what, counted from 0; -1 for what it does not have.
 *
 * @param phrasings other ways to ask, divided by semicolons, bars or line breaks
 * @param byCategory whether the rows of a category make one page; otherwise each row does
 */
public record FaqLayout(int question, int answer, int phrasings, int category, int address,
        boolean byCategory) {

    /** Whether pages can be made of it. */
    public boolean isComplete() {
        return question >= 0 && answer >= 0 && question != answer;
    }
}
