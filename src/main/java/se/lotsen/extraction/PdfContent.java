package se.lotsen.extraction;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF as one page: each of its pages under a heading that leads to it ({@code #page=3}, RFC 8118), headings guessed from
 * the size of the type. Pictures of text are not read.
 */
final class PdfContent {
    static final int MOST_PAGES = 400;
    /** What may be kept of it in memory, and on disk when that is full. */
    private static final long MEMORY = 24_000_000;
    private static final long DISK = 200_000_000;

    private PdfContent() {
    }

    /**
     * @throws ExtractionRefused for what is encrypted, too long or without text
     * @throws IOException for what is broken
     */
    static FoundPage read(byte[] bytes, URI address, String name) throws IOException {
        PdfBytes.measure(bytes);
        try (PDDocument document = Loader.loadPDF(new PdfBytes(bytes),
                MemoryUsageSetting.setupMixed(MEMORY, DISK).streamCache)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new ExtractionRefused(ExtractionFault.ENCRYPTED);
            }
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
            }
            List<PdfLines.Sheet> sheets = PdfLines.read(document);
            PdfText text = PdfText.of(sheets);
            String markdown = text.markdown(address);
            if (markdown.isBlank()) {
                throw new ExtractionRefused(ExtractionFault.NO_TEXT);
            }
            return new FoundPage(address, title(document, text, name), markdown, List.of(),
                    date(document.getDocumentInformation().getCreationDate()),
                    date(document.getDocumentInformation().getModificationDate()), language(document),
                    List.of(), List.of(), null);
        } catch (InvalidPasswordException e) {
            throw new ExtractionRefused(ExtractionFault.ENCRYPTED);
        }
    }

    /** The document's own title, unless a program has put its file's name there; then what is written largest. */
    private static String title(PDDocument document, PdfText text, String name) {
        String own = document.getDocumentInformation().getTitle();
        if (own != null && own.strip().length() > 3 && own.length() <= 150 && own.contains(" ")
                && !own.matches("(?i).*(?:microsoft|\\.docx?|\\.pptx?|\\.indd|\\.pdf|untitled|namnlös).*")) {
            return own.strip().replaceAll("\\s+", " ");
        }
        return text.title().isEmpty() ? name : text.title();
    }

    private static @Nullable LocalDate date(@Nullable Calendar moment) {
        return moment == null
                ? null
                : moment.toInstant().atZone(moment.getTimeZone().toZoneId()).toLocalDate();
    }

    private static String language(PDDocument document) {
        String language = document.getDocumentCatalog().getLanguage();
        String code = language == null ? "" : language.split("[-_]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return code.matches("[a-z]{2}") ? code : "sv";
    }
}
