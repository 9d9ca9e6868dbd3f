package se.lotsen.inspection;

import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;

/**
 * Where something stands.
 *
 * @param page the page's id
 * @param file its file relative to the knowledge-base folder
 * @param title its title
 * @param owner the department that answers for it
 * @param anchor of the passage; that of the first one for what concerns the whole page
 * @param sentence what stands there; empty for what concerns the whole page
 */
public record Place(String page, String file, String title, String owner, String anchor, String sentence) {

    /** The page as a whole. */
    static Place of(Page page) {
        return of(page, page.passages().getFirst().anchor(), "");
    }

    static Place of(Page page, Passage passage, String sentence) {
        return of(page, passage.anchor(), sentence);
    }

    static Place of(Page page, String anchor, String sentence) {
        return new Place(page.id(), page.file(), page.metadata().title(), page.metadata().owner(), anchor,
                sentence);
    }

    /** Our own address of the passage. */
    public String href() {
        return "/knowledge/" + page + "#" + anchor;
    }
}
