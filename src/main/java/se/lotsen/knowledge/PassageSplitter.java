package se.lotsen.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Cuts a page into passages of at most {@value #MAX_WORDS} words. A passage never crosses a heading; within a section
 * whole blocks are kept together as long as they fit, and only a block that is too long by itself is cut between its
 * sentences, items or rows.
 *
 * <p>The anchor is the heading's words ({@code vad-kostar-det}), with a number only where a section has several
 * passages or a heading returns, so that an edit elsewhere on the page does not move it.
 */
public final class PassageSplitter {
    /** The longest passage in words; a single statement that is longer stays whole. */
    public static final int MAX_WORDS = 140;

    static final String LEAD_ANCHOR = "start";

    private final String page;
    private final String title;
    private final List<Passage> passages = new ArrayList<>();
    private final Map<String, Integer> anchorUses = new HashMap<>();
    private final Map<Node, String> anchorOfNode = new IdentityHashMap<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private List<Statement> pending = new ArrayList<>();
    private int pendingWords;
    private int blocks;
    private String section = LEAD_ANCHOR;
    private @org.jspecify.annotations.Nullable Node carrier;

    private PassageSplitter(String page, String title) {
        this.page = page;
        this.title = title;
    }

    /** The passages of a Markdown body, and which node of it carries each anchor. */
    static Cut markdown(String page, String title, Node document) {
        PassageSplitter splitter = new PassageSplitter(page, title);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                splitter.heading(heading);
            } else {
                splitter.block(MarkdownText.statements(node, splitter.blocks), node);
            }
        }
        splitter.flush();
        return new Cut(List.copyOf(splitter.passages), splitter.anchorOfNode);
    }

    /** The passages of text without markup; an empty line or a line break ends a paragraph. */
    public static List<Passage> plainText(String page, String title, String text) {
        PassageSplitter splitter = new PassageSplitter(page, title);
        text.lines().forEach(line -> {
            int block = splitter.blocks;
            splitter.block(Sentences.of(line).stream()
                    .map(sentence -> new Statement(sentence, Statement.Form.SENTENCE, block))
                    .toList(), null);
        });
        splitter.flush();
        return List.copyOf(splitter.passages);
    }

    /** The result of a cut: the passages and the nodes that begin them. */
    record Cut(List<Passage> passages, Map<Node, String> anchorOfNode) {
    }

    private void heading(Heading heading) {
        flush();
        while (!levels.isEmpty() && levels.getLast() >= heading.getLevel()) {
            levels.removeLast();
            headings.removeLast();
        }
        levels.add(heading.getLevel());
        headings.add(MarkdownText.plain(heading));
        section = slug(headings.getLast());
        carrier = heading;
    }

    private void block(List<Statement> statements, @org.jspecify.annotations.Nullable Node node) {
        if (statements.isEmpty()) {
            return;
        }
        blocks++;
        int words = statements.stream().mapToInt(PassageSplitter::words).sum();
        if (pendingWords + words > MAX_WORDS) {
            flush();
        }
        if (carrier == null) {
            carrier = node;
        }
        for (Statement statement : statements) {
            if (pendingWords > 0 && pendingWords + words(statement) > MAX_WORDS) {
                flush();
            }
            pending.add(statement);
            pendingWords += words(statement);
        }
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        int use = anchorUses.merge(section, 1, Integer::sum);
        // Two hyphens: no heading's words can make them, so "Steg 2" is never taken for the second part of "Steg".
        String anchor = use == 1 ? section : section + "--" + use;
        if (carrier != null) {
            anchorOfNode.putIfAbsent(carrier, anchor);
            carrier = null;
        }
        passages.add(new Passage(page, title, anchor, List.copyOf(headings), List.copyOf(pending)));
        pending = new ArrayList<>();
        pendingWords = 0;
    }

    private static int words(Statement statement) {
        return statement.text().split("\\s+").length;
    }

    static String slug(String heading) {
        String folded = Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return folded.isEmpty() || folded.equals(LEAD_ANCHOR) ? "avsnitt" : folded;
    }
}
