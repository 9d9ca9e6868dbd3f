package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;

/** A passage of a page: {@code aPassage("bygglov").under("Avgift").paragraph("Det kostar.").build()}. */
public final class PassageBuilder {
    private final String page;
    private String anchor = "start";
    private final List<String> headings = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private int blocks;

    private PassageBuilder(String page) {
        this.page = page;
    }

    public static PassageBuilder aPassage(String page) {
        return new PassageBuilder(page);
    }

    public PassageBuilder anchor(String name) {
        anchor = name;
        return this;
    }

    /** A heading; the passage is then no longer the page's lead. */
    public PassageBuilder under(String heading) {
        headings.add(heading);
        return anchor(heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-zåäö0-9]+", "-"));
    }

    public PassageBuilder paragraph(String... sentences) {
        return block(Form.SENTENCE, sentences);
    }

    public PassageBuilder list(String... items) {
        return block(Form.LIST_ITEM, items);
    }

    public PassageBuilder table(String... rows) {
        return block(Form.TABLE_ROW, rows);
    }

    private PassageBuilder block(Form form, String... texts) {
        for (String text : texts) {
            statements.add(new Statement(text, form, blocks));
        }
        blocks++;
        return this;
    }

    public Passage build() {
        return new Passage(page, "Om " + page, anchor, List.copyOf(headings), List.copyOf(statements));
    }
}
