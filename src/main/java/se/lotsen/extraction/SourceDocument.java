package se.lotsen.extraction;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document as bytes.
 *
 * @param charset as whoever sent it names it; null when nobody did
 * @param name of its file, for a title where it has none of its own
 * @param address where it stands; its links are relative to this
 * @param faq how to read a table; null for what is none
 */
public record SourceDocument(Kind kind, byte[] bytes, @Nullable String charset, String name, URI address,
        @Nullable FaqLayout faq) {

    /** What kinds of documents are read. */
    public enum Kind {
        /** A web page. */
        HTML(Set.of("html", "htm", "xhtml")),
        /** A PDF with text in it. */
        PDF(Set.of("pdf")),
        /** Markdown. */
        MARKDOWN(Set.of("md", "markdown")),
        /** Text without markup. */
        TEXT(Set.of("txt")),
        /** A table whose cells are divided by commas, semicolons or tabs. */
        CSV(Set.of("csv", "tsv")),
        /** A workbook of Excel. */
        XLSX(Set.of("xlsx")),
        /** The catalogue of an Open ePlatform. */
        CATALOGUE(Set.of("json"));

        private final Set<String> endings;

        Kind(Set<String> endings) {
            this.endings = endings;
        }

        /** By the ending of a file's name; empty for one that is not read. */
        public static Optional<Kind> ofName(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            for (Kind kind : values()) {
                if (kind.endings.contains(ending)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** By a media type without parameters; what is named nothing is taken for a web page, as browsers do. */
        public static Optional<Kind> ofMediaType(String type) {
            return switch (type) {
                case "text/html", "application/xhtml+xml", "" -> Optional.of(HTML);
                case "application/pdf" -> Optional.of(PDF);
                case "text/markdown" -> Optional.of(MARKDOWN);
                case "text/plain" -> Optional.of(TEXT);
                case "application/json" -> Optional.of(CATALOGUE);
                default -> Optional.empty();
            };
        }
    }

    /** A document that is no table. */
    public static SourceDocument of(Kind kind, byte[] bytes, @Nullable String charset, String name,
            URI address) {
        return new SourceDocument(kind, bytes, charset, name, address, null);
    }
}
