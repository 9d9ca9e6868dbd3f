package se.lotsen.extraction;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table of questions and answers: its columns, a few of its rows, and the layout that its headings suggest.
 *
 * @param columns the headings
 * @param rows without the headings; each as long as {@code columns}
 */
public record FaqTable(List<String> columns, List<List<String>> rows) {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 60;
    private static final char[] DELIMITERS = {';', ',', '\t', '|'};
    private static final Pattern HTML = Pattern
            .compile("(?i)<(?:p|br|ul|ol|li|a|strong|b|em|div|h[1-6]|table)\\b[^>]*>");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;|\\n\\r]+\\s*");

    /** The layout that the headings suggest; perhaps not a complete one. */
    public FaqLayout suggested() {
        return new FaqLayout(column("(?:fråga|frågor|question|q|rubrik|titel|title)"),
                column("(?:svar|svarstext|answer|a|text|innehåll)"),
                column("(?:alternativ\\w*.*|andra (?:sätt|formuleringar).*|formulering\\w*|omskrivning\\w*|synonym\\w*|phrasings?"
                        + "|varianter?)"),
                column("(?:kategori|category|område|ämne|tema|topic)"),
                column("(?:url|länk|adress|webbadress|link|webbsida|sida)"), false);
    }

    private int column(String name) {
        Pattern pattern = Pattern.compile(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (int i = 0; i < columns.size(); i++) {
            if (pattern.matcher(columns.get(i).strip()).matches()) {
                return i;
            }
        }
        return -1;
    }

    /**
     * @throws ExtractionRefused for what is too large
     * @throws IOException for what is broken
     */
    static FaqTable read(SourceDocument document) throws IOException {
        List<List<String>> rows = document.kind() == SourceDocument.Kind.XLSX
                ? Workbook.rows(document.bytes(), MOST_ROWS, MOST_COLUMNS)
                : divided(TextDecoding.decode(document.bytes(), document.charset()));
        List<List<String>> filled = rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        int columns = filled.stream().mapToInt(List::size).max().orElse(0);
        if (filled.size() < 2 || columns < 2) {
            throw new ExtractionRefused(ExtractionFault.NO_COLUMNS);
        }
        List<List<String>> even = filled.stream().map(row -> filled(row, columns)).toList();
        return new FaqTable(even.getFirst(), even.subList(1, even.size()));
    }

    private static List<String> filled(List<String> row, int columns) {
        List<String> even = new ArrayList<>(row);
        while (even.size() < columns) {
            even.add("");
        }
        return List.copyOf(even);
    }

    private static List<List<String>> divided(String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setTrim(true)
                .setLenientEof(true).setTrailingData(true).get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                limit(rows.size());
                rows.add(record.stream().limit(MOST_COLUMNS).toList());
            }
        }
        return rows;
    }

    /** The sign that divides the first line, outside quotation marks, most often. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char sign = text.charAt(i);
            quoted = sign == '"' ? !quoted : quoted;
            for (int kind = 0; kind < DELIMITERS.length && !quoted; kind++) {
                counts[kind] += sign == DELIMITERS[kind] ? 1 : 0;
            }
        }
        int best = 0;
        for (int kind = 1; kind < counts.length; kind++) {
            best = counts[kind] > counts[best] ? kind : best;
        }
        return DELIMITERS[best];
    }

    private static void limit(int rows) {
        if (rows >= MOST_ROWS) {
            throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
        }
    }

    /** Pages by the layout; rows without a question or an answer make none. */
    List<FoundPage> pages(@Nullable FaqLayout chosen, URI address) {
        FaqLayout layout = chosen == null ? suggested() : chosen;
        if (!layout.isComplete() || layout.question() >= columns.size()
                || layout.answer() >= columns.size()) {
            throw new ExtractionRefused(ExtractionFault.NO_COLUMNS);
        }
        List<List<String>> told = rows.stream().filter(row -> !cell(row, layout.question()).isEmpty()
                && !cell(row, layout.answer()).isEmpty()).toList();
        if (!layout.byCategory() || layout.category() < 0) {
            return told.stream().map(row -> page(row, layout, address)).toList();
        }
        Map<String, List<List<String>>> categories = new LinkedHashMap<>();
        told.forEach(
                row -> categories.computeIfAbsent(cell(row, layout.category()), name -> new ArrayList<>())
                        .add(row));
        List<FoundPage> pages = new ArrayList<>();
        categories.forEach((name, of) -> pages.add(category(name, of, layout, address)));
        return pages;
    }

    private static FoundPage page(List<String> row, FaqLayout layout, URI address) {
        String question = cell(row, layout.question());
        String category = cell(row, layout.category());
        return new FoundPage(address(row, layout), title(question), answer(row, layout, address),
                category.isEmpty() ? List.of() : List.of(category), null, null, "sv", List.of(question),
                phrasings(row, layout), null);
    }

    private static FoundPage category(String name, List<List<String>> rows, FaqLayout layout, URI address) {
        StringBuilder markdown = new StringBuilder();
        List<String> questions = new ArrayList<>();
        List<String> phrasings = new ArrayList<>();
        for (List<String> row : rows) {
            String question = cell(row, layout.question());
            markdown.append("## ").append(MarkdownEscape.inline(question)).append("\n\n")
                    .append(answer(row, layout, address).replaceAll("(?m)^(#{1,5} )", "#$1")).append("\n\n");
            // A page answers one to three questions; the others are ways to find it.
            (questions.size() < 3 ? questions : phrasings).add(question);
            phrasings.addAll(phrasings(row, layout));
        }
        String title = name.isEmpty() ? cell(rows.getFirst(), layout.question()) : name;
        return new FoundPage(address(rows.getFirst(), layout), title(title), markdown.toString().strip(),
                List.of(), null, null, "sv", questions, phrasings, null);
    }

    private static String title(String text) {
        return text.replaceFirst("\\s*\\?+$", "");
    }

    private static String answer(List<String> row, FaqLayout layout, URI address) {
        String answer = cell(row, layout.answer());
        if (HTML.matcher(answer).find()) {
            return HtmlContent.fragment(answer, address);
        }
        return String.join("\n\n", Arrays.stream(answer.split("\\R\\s*")).filter(line -> !line.isBlank())
                .map(PlainDocument::line).toList()).replaceAll("(?m)^(- .*)\\n\\n(?=- )", "$1\n");
    }

    private static List<String> phrasings(List<String> row, FaqLayout layout) {
        return BETWEEN.splitAsStream(cell(row, layout.phrasings())).map(String::strip)
                .filter(phrasing -> !phrasing.isEmpty()).toList();
    }

    private static @Nullable URI address(List<String> row, FaqLayout layout) {
        String address = cell(row, layout.address());
        try {
            return address.toLowerCase(Locale.ROOT).matches("https?://[^\\s<>\"]+") ? new URI(address) : null;
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column).strip();
    }
}
