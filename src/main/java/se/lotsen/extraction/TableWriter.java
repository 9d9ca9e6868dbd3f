package se.lotsen.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/**
 * Writes a table of a page as one of Markdown. A cell that spans rows is written in each of them, and a heading that spans
 * columns in each of those, so that a row can be read alone; any other spanning cell is written once.
 */
final class TableWriter {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_ROWS = 2_000;

    private TableWriter() {
    }

    static String write(Element table, Function<Element, String> text) {
        List<Element> rows = rows(table);
        List<List<String>> cells = grid(rows, text);
        int columns = cells.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0 || cells.stream().allMatch(row -> row.stream().allMatch(String::isEmpty))) {
            return "";
        }
        boolean headed = isHeading(rows.getFirst());
        StringBuilder written = new StringBuilder();
        line(headed ? cells.getFirst() : List.of(), columns, written);
        written.append("| --- ".repeat(columns)).append("|\n");
        for (List<String> row : cells.subList(headed ? 1 : 0, cells.size())) {
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                line(row, columns, written);
            }
        }
        return written.toString().stripTrailing();
    }

    /** The table's own, not those of a table in one of its cells. */
    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : table.children()) {
            List<Element> inside = Tags.isAny(part, "thead", "tbody", "tfoot")
                    ? part.children()
                    : List.of(part);
            inside.stream().filter(row -> row.normalName().equals("tr")).limit(MOST_ROWS - rows.size())
                    .forEach(rows::add);
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream().filter(cell -> Tags.isAny(cell, "td", "th")).toList();
    }

    /** A first row of nothing but headings; one that heads its own row is none. */
    private static boolean isHeading(Element row) {
        return row.parent() != null && row.parent().normalName().equals("thead")
                || cells(row).stream().anyMatch(cell -> cell.normalName().equals("th")) && cells(row).stream()
                        .allMatch(cell -> cell.normalName().equals("th") || cell.text().isBlank());
    }

    private static void line(List<String> row, int columns, StringBuilder written) {
        for (int i = 0; i < columns; i++) {
            String cell = i < row.size() ? row.get(i) : "";
            written.append(cell.isEmpty() ? "| " : "| " + cell + " ");
        }
        written.append("|\n");
    }

    private static List<List<String>> grid(List<Element> rows, Function<Element, String> text) {
        List<List<String>> grid = new ArrayList<>();
        Map<Integer, Spanning> above = new HashMap<>();
        for (Element row : rows) {
            List<String> line = new ArrayList<>();
            boolean heading = isHeading(row);
            for (Element cell : cells(row)) {
                fill(line, above);
                String words = MarkdownEscape.cell(text.apply(cell));
                int columns = span(cell, "colspan");
                int down = span(cell, "rowspan");
                for (int i = 0; i < columns && line.size() < MOST_COLUMNS; i++) {
                    String here = i == 0 || cell.normalName().equals("th") && heading ? words : "";
                    if (down > 1) {
                        above.put(line.size(), new Spanning(here, down - 1));
                    }
                    line.add(here);
                }
            }
            fill(line, above);
            grid.add(line);
        }
        return grid;
    }

    private record Spanning(String words, int rows) {
    }

    private static void fill(List<String> line, Map<Integer, Spanning> above) {
        for (Spanning cell = above.get(line.size()); cell != null
                && line.size() < MOST_COLUMNS; cell = above.get(line.size())) {
            if (cell.rows() == 1) {
                above.remove(line.size());
            } else {
                above.put(line.size(), new Spanning(cell.words(), cell.rows() - 1));
            }
            line.add(cell.words());
        }
    }

    private static int span(Element cell, String name) {
        String value = cell.attr(name).strip();
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }
}
