package se.lotsen.extraction;

import java.util.regex.Pattern;

/** Text as Markdown that means just that text: signs that CommonMark or its tables would take for markup are escaped. */
final class MarkdownEscape {
    /** An underscore inside a word means nothing; a lone ampersand neither. */
    private static final Pattern INLINE = Pattern.compile(
            "[\\\\`*\\[\\]<>~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w{1,31};)");
    private static final Pattern BLOCK_MARK = Pattern.compile("^(?:[-+=#](?=[-+=#\\s]|$)|#{1,6}(?=\\s|$))");
    private static final Pattern ORDERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private MarkdownEscape() {
    }

    /** Inside a line. */
    static String inline(String text) {
        return INLINE.matcher(text).replaceAll(match -> "\\\\" + (match.group().equals("\\")
                ? "\\\\"
                : match.group()));
    }

    /** At a line's beginning, of what is escaped as above. */
    static String lineStart(String line) {
        if (BLOCK_MARK.matcher(line).find()) {
            return "\\" + line;
        }
        return ORDERED.matcher(line).replaceFirst("$1\\\\$2");
    }

    /** A paragraph of plain text. */
    static String paragraph(String text) {
        return lineStart(inline(text.strip().replaceAll("\\s+", " ")));
    }

    /** Inside a table's cell, of what is escaped as above. */
    static String cell(String inline) {
        return inline.replace("\n", " ").replace("|", "\\|").strip();
    }

    /** An address between a link's brackets. */
    static String target(String address) {
        return address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
                .replace(" ", "%20").replace("\\", "%5C");
    }
}
