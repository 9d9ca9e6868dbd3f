package se.lotsen.extraction;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lines of a PDF put together as paragraphs, lists and headings. Lines at the upper or lower edge that return on most pages
 * and page numbers are left out.
 */
final class PdfText {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.extraction.messages",
            java.util.Locale.of("sv"));
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?iu)(?:sida|sid\\.?|s\\.)?\\s*[-–]?\\s*\\d{1,4}\\s*(?:[-–/(]|av)?\\s*(?:\\d{1,4})?\\s*[-–)]?");
    private static final Pattern BULLET = Pattern.compile("^[•●▪■◦‣∙\\uf0b7–—-]\\s+(?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2})[.)]\\s+(?=\\S)");
    private static final int LONGEST_HEADING = 120;
    private static final float LARGER = 1.14f;
    private static final double EDGE = 0.1;

    private final List<PdfLines.Sheet> sheets;
    private final float body;
    private final List<Float> sizes;
    private final String title;

    private PdfText(List<PdfLines.Sheet> sheets) {
        this.sheets = sheets;
        this.body = bodySize(sheets);
        TreeSet<Float> larger = new TreeSet<>(Comparator.reverseOrder());
        sheets.forEach(sheet -> sheet.lines().stream().filter(line -> line.size() >= body * LARGER)
                .forEach(line -> larger.add(rounded(line.size()))));
        this.sizes = new ArrayList<>(larger);
        this.title = sheets.isEmpty() ? "" : largest(sheets.getFirst());
    }

    static PdfText of(List<PdfLines.Sheet> read) {
        Set<String> returning = returning(read);
        return new PdfText(read.stream().map(sheet -> new PdfLines.Sheet(sheet.number(), sheet.height(),
                sheet.lines().stream().filter(line -> !(atEdge(sheet, line)
                        && (returning.contains(pattern(line)) || PAGE_NUMBER.matcher(line.text()).matches())))
                        .toList()))
                .toList());
    }

    private static boolean atEdge(PdfLines.Sheet sheet, PdfLines.Line line) {
        return line.top() < sheet.height() * EDGE || line.top() > sheet.height() * (1 - EDGE);
    }

    private static String pattern(PdfLines.Line line) {
        return line.text().replaceAll("\\d+", "0");
    }

    private static Set<String> returning(List<PdfLines.Sheet> sheets) {
        Map<String, Integer> counts = new HashMap<>();
        for (PdfLines.Sheet sheet : sheets) {
            Set<String> once = new HashSet<>();
            sheet.lines().stream().filter(line -> atEdge(sheet, line)).map(PdfText::pattern)
                    .forEach(once::add);
            once.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        Set<String> returning = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count >= 3 && count * 2 >= sheets.size()) {
                returning.add(line);
            }
        });
        return returning;
    }

    /** The size in which most signs are set. */
    private static float bodySize(List<PdfLines.Sheet> sheets) {
        Map<Float, Integer> signs = new HashMap<>();
        sheets.forEach(sheet -> sheet.lines()
                .forEach(line -> signs.merge(rounded(line.size()), line.text().length(), Integer::sum)));
        return signs.entrySet().stream().max(Map.Entry.<Float, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(0f);
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }

    /** What is written largest on the first page, as far as it is larger than its text. */
    private String largest(PdfLines.Sheet first) {
        float most = first.lines().stream().map(PdfLines.Line::size).max(Float::compare).orElse(0f);
        if (most < body * LARGER) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (PdfLines.Line line : first.lines()) {
            if (rounded(line.size()) == rounded(most)) {
                words.append(words.isEmpty() ? "" : " ").append(line.text());
            } else if (!words.isEmpty()) {
                break;
            }
        }
        return words.length() > 150 ? "" : words.toString();
    }

    /** The document's title as it is written on its first page; empty when nothing there is larger than the rest. */
    String title() {
        return title;
    }

    String markdown(URI address) {
        StringBuilder markdown = new StringBuilder();
        for (PdfLines.Sheet sheet : sheets) {
            String text = sheet(sheet);
            if (text.isBlank()) {
                continue;
            }
            if (sheets.size() > 1) {
                markdown.append("## [").append(String.format(TEXTS.getString("pdf.page"), sheet.number()))
                        .append("](").append(MarkdownEscape.target(address + "#page=" + sheet.number()))
                        .append(")\n\n");
            }
            markdown.append(text).append("\n\n");
        }
        return markdown.toString().strip();
    }

    private String sheet(PdfLines.Sheet sheet) {
        List<String> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        PdfLines.Line before = null;
        for (PdfLines.Line line : sheet.lines()) {
            int level = level(line);
            boolean begins = before == null || level > 0 || level(before) > 0 || isItem(line)
                    || line.top() - before.top() > 1.7 * Math.max(line.size(), before.size())
                    || line.top() < before.top() - 1;
            if (level > 0 && before != null && level(before) == level && paragraph.length() < LONGEST_HEADING
                    && line.top() - before.top() <= 1.7 * line.size()) {
                begins = false;
            }
            if (begins) {
                end(blocks, paragraph, before);
            }
            join(paragraph, line.text());
            before = line;
        }
        end(blocks, paragraph, before);
        return String.join("\n\n", blocks).replaceAll("(?m)^(- .*)\\n\\n(?=- )", "$1\n")
                .replaceAll("(?m)^(- .*)\\n\\n(?=- )", "$1\n");
    }

    private void end(List<String> blocks, StringBuilder paragraph,
            PdfLines.@org.jspecify.annotations.Nullable Line last) {
        String text = paragraph.toString().strip();
        paragraph.setLength(0);
        if (text.isEmpty() || last == null) {
            return;
        }
        int level = level(last);
        if (level > 0 && text.equals(title)) {
            return;
        }
        if (level > 0 && text.length() <= LONGEST_HEADING && text.matches(".*\\p{L}{2}.*")) {
            blocks.add("#".repeat(sheets.size() > 1 ? level + 1 : level) + " " + MarkdownEscape.inline(text));
        } else if (BULLET.matcher(text).find()) {
            blocks.add("- " + MarkdownEscape.paragraph(BULLET.matcher(text).replaceFirst("")));
        } else {
            blocks.add(NUMBERED.matcher(text).find()
                    ? MarkdownEscape.inline(text)
                    : MarkdownEscape.paragraph(text));
        }
    }

    private static boolean isItem(PdfLines.Line line) {
        return BULLET.matcher(line.text()).find() || NUMBERED.matcher(line.text()).find();
    }

    /** From 2 for the largest; 0 for what is no heading. */
    private int level(PdfLines.Line line) {
        if (line.text().length() > LONGEST_HEADING || isItem(line) && line.size() < body * LARGER) {
            return 0;
        }
        int rank = sizes.indexOf(rounded(line.size()));
        if (rank >= 0) {
            return Math.min(4, 2 + rank);
        }
        return line.bold() && !line.text().matches(".*[.,;:]$") && line.text().length() <= 80
                ? Math.min(5, 2 + sizes.size())
                : 0;
    }

    /** A word that was divided at the line's end is put together again; "e-tjänst" keeps its hyphen. */
    private static void join(StringBuilder paragraph, String line) {
        int length = paragraph.length();
        if (length > 2 && paragraph.charAt(length - 1) == '-'
                && Character.isLetter(paragraph.charAt(length - 2))
                && Character.isLetter(paragraph.charAt(length - 3))
                && Character.isLowerCase(line.charAt(0))) {
            paragraph.setLength(length - 1);
        } else if (length > 0 && paragraph.charAt(length - 1) != '-') {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }
}
