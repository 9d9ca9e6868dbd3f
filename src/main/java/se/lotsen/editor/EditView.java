package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Draft;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PagePreview;

/**
 * A draft as it is edited: its fields, how it looks, what is wrong with it and what it lacks. What templates call is public.
 *
 * @param faults why it could not be served, in an editor's words; empty when it could
 */
public record EditView(Draft draft, PageDocument page, PagePreview preview, List<String> faults,
        List<PageLint.Check> lint, Readability readability, List<WordDiff.Piece> changes) {

    /** @param served null for a new page */
    static EditView of(Draft draft, @Nullable Revision served) {
        PageDocument page = PageDocument.parse(draft.text());
        String title = page.fields().title() == null ? "" : page.fields().title();
        String id = page.fields().id() == null ? "sida" : page.fields().id();
        PagePreview preview = PagePreview.of(id, title, page.body());
        List<Finding> findings = new ArrayList<>();
        Page.read(draft.file(), draft.text(), findings::add);
        FindingText text = new FindingText();
        return new EditView(draft, page, preview, findings.stream().map(text::of).toList(), PageLint.of(page),
                Readability.of(preview.passages()),
                WordDiff.of(served == null ? "" : served.text(), draft.text()));
    }

    /** A list's entries, one on each line, as a form shows them. */
    public String lines(@Nullable List<String> entries) {
        return entries == null ? "" : String.join("\n", entries);
    }

    /** Whether the page is for somebody. */
    public boolean isFor(String audience) {
        List<String> all = page.fields().audience();
        return all != null && all.contains(audience);
    }
}
