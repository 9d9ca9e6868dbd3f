package se.lotsen.languagemodel.extractive;

import java.util.List;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Statements that are said together or not at all: a sentence with what it leans on and the conditions after it, a list
 * with its lead-in, rows of a table.
 *
 * @param passage where they stand
 * @param statements in the page's order
 * @param order the place of the first one in the page, for saying the answer in the page's order
 * @param score how well they answer, unbounded
 */
record Unit(Passage passage, List<Statement> statements, int order, double score) {

    int words() {
        return statements.stream().mapToInt(statement -> statement.text().split("\\s+").length).sum();
    }
}
