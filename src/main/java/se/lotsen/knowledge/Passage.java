package se.lotsen.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page that is searched, cited and opened on its own: at most {@value PassageSplitter#MAX_WORDS} words,
 * cut at paragraph and heading borders.
 *
 * @param page the page's id
 * @param pageTitle the page's title
 * @param anchor stable within the page, made from the heading
 * @param headings the headings above the passage, outermost first, without the page's title; empty for the lead
 * @param statements in the page's order; never empty
 */
public record Passage(String page, String pageTitle, String anchor, List<String> headings,
        List<Statement> statements) {

    /** The passage's name in explanations and records: {@code page#anchor}. */
    public String id() {
        return page + "#" + anchor;
    }

    /** Our own address of the passage. */
    public String url() {
        return "/knowledge/" + page + "#" + anchor;
    }

    /** The nearest heading, or the page's title for the lead. */
    public String heading() {
        return headings.isEmpty() ? pageTitle : headings.getLast();
    }

    /** All statements as running text. */
    public String text() {
        return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
    }

    /** Whether this is the page's first passage, which carries the page's questions and phrasings in the index. */
    public boolean isLead() {
        return anchor.equals(PassageSplitter.LEAD_ANCHOR);
    }
}
