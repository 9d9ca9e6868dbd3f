package se.lotsen.spreadsheet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as CSV (RFC 4180) the way Swedish spreadsheets read it: divided by semicolons, with a mark for UTF-8. Every cell is
 * quoted, and one that a spreadsheet would take for a formula begins with an apostrophe, as names come from files that
 * people edit.
 */
public final class Spreadsheet {
    private static final String FORMULA = "=+-@\t\r\n";
    /** Tells a spreadsheet that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private Spreadsheet() {
    }

    /** A line for each row; the first is the heading. */
    public static String csv(List<List<String>> rows) {
        return rows.stream().map(Spreadsheet::line).collect(Collectors.joining("", MARK, ""));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Spreadsheet::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
