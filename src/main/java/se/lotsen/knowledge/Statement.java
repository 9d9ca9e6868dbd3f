package se.lotsen.knowledge;

/**
 * The smallest piece of a passage that can stand in an answer: a sentence, a list item or a table row written out as
 * {@code first cell: second cell}, or {@code first cell – column: cell; column: cell} where there are more than two.
 *
 * @param text plain text; never blank
 * @param form what it was on the page
 * @param block which paragraph, list or table of the page it stands in, counted from 0; statements of one block belong
 *            together
 */
public record Statement(String text, Form form, int block) {

    /** What a statement was on the page. */
    public enum Form {
        /** A sentence of a paragraph. */
        SENTENCE,
        /** One item of a list. */
        LIST_ITEM,
        /** One row of a table. */
        TABLE_ROW
    }
}
