package se.lotsen.insight;

import java.util.List;

/**
 * A drawing and the same in words and numbers: nobody needs to see it.
 *
 * @param id unique on its page
 * @param summary what it shows, in one sentence
 * @param svg the drawing, as markup in which everything that was written by people is escaped; empty where there is nothing to draw
 * @param table every number of the drawing
 */
record Chart(String id, String title, String summary, String svg, Table table) {

    /** @param rows as many cells in each as there are headings; the first names the row */
    record Table(List<String> headings, List<List<String>> rows) {
    }
}
