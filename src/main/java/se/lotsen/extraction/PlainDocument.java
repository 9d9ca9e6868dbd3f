package se.lotsen.extraction;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.knowledge.PageDocument;

/** Reads text without markup, and text that is Markdown already. */
final class PlainDocument {
    private static final Pattern TITLE = Pattern.compile("\\A\\s*#\\s+([^\\n]{1,200})\\n?");
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*•]\\s+");
    private static final int LONGEST_TITLE = 120;

    private PlainDocument() {
    }

    /** Empty when there is no text. */
    static Optional<FoundPage> text(String text, URI address, String name) {
        List<String> lines = new ArrayList<>(text.lines().map(String::strip).toList());
        lines.replaceAll(line -> line.replaceAll("\\p{Cntrl}", ""));
        while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
            lines.removeFirst();
        }
        String title = name;
        if (lines.size() > 1 && lines.getFirst().length() <= LONGEST_TITLE && lines.get(1).isEmpty()) {
            title = lines.removeFirst();
        }
        String markdown = paragraphs(lines);
        return markdown.isBlank() ? Optional.empty() : Optional.of(FoundPage.plain(address, title, markdown));
    }

    private static String paragraphs(List<String> lines) {
        StringBuilder markdown = new StringBuilder();
        for (String line : lines) {
            boolean item = BULLET.matcher(line).find();
            if (line.isEmpty() || item && !markdown.isEmpty()) {
                markdown.append(line.isEmpty() ? "\n\n" : "\n");
            }
            if (!line.isEmpty()) {
                markdown.append(line(line)).append('\n');
            }
        }
        return markdown.toString().replaceAll("\\n{3,}", "\n\n").replaceAll("(?m)^(- .*)\\n\\n(?=- )", "$1\n")
                .strip();
    }

    /** A line of plain text; one that begins as an item of a list stays one. */
    static String line(String line) {
        Matcher bullet = BULLET.matcher(line);
        return bullet.find()
                ? "- " + MarkdownEscape.paragraph(line.substring(bullet.end()))
                : MarkdownEscape.paragraph(line);
    }

    /** Its front matter, if there is any, is only asked for the title; headings move below it. */
    static Optional<FoundPage> markdown(String text, URI address, String name) {
        PageDocument document = PageDocument.parse(text);
        String body = document.body().replace("\r\n", "\n");
        String own = document.fields().title();
        Matcher first = TITLE.matcher(body);
        String title = own != null && !own.isBlank() ? own.strip() : name;
        if (first.find()) {
            title = own != null && !own.isBlank() ? title : first.group(1).strip();
            body = body.substring(first.end());
        }
        if (Pattern.compile("(?m)^# ").matcher(body).find()) {
            body = body.replaceAll("(?m)^(#{1,5} )", "#$1");
        }
        return body.isBlank()
                ? Optional.empty()
                : Optional.of(FoundPage.plain(address, title, body.strip()));
    }
}
