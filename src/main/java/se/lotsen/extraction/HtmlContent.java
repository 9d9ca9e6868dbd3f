package se.lotsen.extraction;

import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads a web page: its own text, its title, its dates and the way to it, without what surrounds them. */
final class HtmlContent {
    /** Deeper than any page; what is nested deeper stands beside what held it, so that no thread runs out of stack. */
    private static final int MAX_DEPTH = 200;

    /** More than any page; a table of three thousand rows fits. */
    private static final int MOST_ELEMENTS = 30_000;

    private HtmlContent() {
    }

    /** Empty when the page has no text of its own. */
    static Optional<FoundPage> read(String html, URI address, String name) {
        // Some mark an empty part as the main one; then the page is read as if nothing was marked.
        return read(html, address, name, true).or(() -> read(html, address, name, false));
    }

    private static Optional<FoundPage> read(String html, URI address, String name, boolean believing) {
        Document page = parse(new StringReader(html), address.toString());
        PageHead head = PageHead.of(page);
        HiddenParts.remove(page);
        if (head.way().shown() != null) {
            head.way().shown().remove();
        }
        String title = head.title().isBlank() ? name : head.title();
        List<Block> blocks = BlockWriter.page(MainText.of(page, head.heading(), believing));
        String markdown = markdown(withoutTitle(blocks, title));
        return markdown.isBlank()
                ? Optional.empty()
                : Optional.of(new FoundPage(address, title, markdown,
                        head.way().steps(), head.dates().published(), head.dates().modified(),
                        head.language(),
                        List.of(),
                        List.of(), null));
    }

    /** A part of a page, such as a description in a catalogue, as Markdown. */
    static String fragment(String html, URI address) {
        Document page = parse(new StringReader(html), address.toString());
        HiddenParts.remove(page);
        return markdown(BlockWriter.all(page.body()));
    }

    private static Document parse(Reader html, String base) {
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
        if (page.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS) {
            throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
        }
        return page;
    }

    private static List<Block> withoutTitle(List<Block> blocks, String title) {
        List<Block> left = new ArrayList<>(blocks);
        String written = MarkdownEscape.inline(title);
        left.stream().filter(block -> block.level() > 0 && block.markdown().equalsIgnoreCase(written))
                .findFirst()
                .ifPresent(left::remove);
        return left;
    }

    /** Headings from the second level on, without steps left out; a heading over nothing is left out. */
    static String markdown(List<Block> blocks) {
        List<Integer> levels = new ArrayList<>(new TreeSet<>(blocks.stream().map(Block::level)
                .filter(level -> level > 0).toList()));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.level() == 0) {
                written.add(block.markdown());
            } else if (i + 1 < blocks.size()
                    && (blocks.get(i + 1).level() == 0 || blocks.get(i + 1).level() > block.level())) {
                written.add(
                        "#".repeat(Math.min(6, 2 + levels.indexOf(block.level()))) + " " + block.markdown());
            }
        }
        return String.join("\n\n", written);
    }
}
