package se.lotsen.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the lines of a PDF with the size and weight of their type, as far as the document's text goes. */
final class PdfLines extends PDFTextStripper {
    private static final int MOST_LETTERS = 900_000;

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float size;
    private int bold;
    private float top;
    private float left;
    private int letters;

    private PdfLines() {
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
    }

    /**
     * A line of type.
     *
     * @param size in points, of its largest sign
     * @param bold whether most of it is
     * @param top from the page's upper edge, in points
     */
    record Line(String text, float size, boolean bold, float top, float left) {
    }

    /** A page of the document; its number counts from 1. */
    record Sheet(int number, float height, List<Line> lines) {
    }

    static List<Sheet> read(PDDocument document) throws IOException {
        PdfLines reader = new PdfLines();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            reader.setStartPage(page);
            reader.setEndPage(page);
            reader.getText(document);
            reader.endLine();
            reader.sheets.add(new Sheet(page, document.getPage(page - 1).getMediaBox().getHeight(),
                    List.copyOf(reader.lines)));
            reader.lines.clear();
        }
        return reader.sheets;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExtractionRefused(ExtractionFault.TOO_SLOW);
        }
        letters++;
        if (letters > MOST_LETTERS) {
            throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
        }
        super.processTextPosition(position);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            if (text.isEmpty() && top == 0) {
                top = position.getYDirAdj();
                left = position.getXDirAdj();
            }
            size = Math.max(size, position.getFontSizeInPt());
            String font = position.getFont() == null || position.getFont().getName() == null
                    ? ""
                    : position.getFont().getName().toLowerCase(java.util.Locale.ROOT);
            bold += font.contains("bold") || font.contains("black") || font.contains("heavy") ? 1 : -1;
        }
        text.append(words);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
    }

    private void endLine() {
        String line = text.toString().replaceAll("[\\s\\u00a0\\p{Cntrl}]+", " ").strip();
        if (!line.isEmpty()) {
            lines.add(new Line(line, size, bold > 0, top, left));
        }
        text.setLength(0);
        size = 0;
        bold = 0;
        top = 0;
        left = 0;
    }
}
