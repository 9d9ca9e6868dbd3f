package se.lotsen.gaps;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;
import se.lotsen.knowledge.PageMetadata;

/**
 * A page that is to be written for a gap, with what can be known of it.
 *
 * @param area the folder it belongs to
 * @param owner the department that answers for it
 * @param contact key into {@code contacts.yaml}
 */
record NewPage(String title, String area, String owner, String contact) {
    private static final int LONGEST_ID = 60;

    /** What a new page may name: what the pages that are served name. */
    record Choices(List<String> areas, List<String> owners, List<String> contacts) {
        static Choices of(Library library) {
            Collection<Page> pages = library.pages().values();
            return new Choices(all(pages, PageMetadata::area), all(pages, PageMetadata::owner),
                    all(pages, PageMetadata::contact));
        }

        private static List<String> all(Collection<Page> pages, Function<PageMetadata, String> field) {
            return List
                    .copyOf(new TreeSet<>(pages.stream().map(page -> field.apply(page.metadata())).toList()));
        }
    }

    /** As the page that comes nearest has it; without one, as little as can be known. */
    static NewPage like(String question, Optional<Page> nearest) {
        String title = question.strip().replaceFirst("[?!.\\s]+$", "");
        String begun = title.isEmpty()
                ? ""
                : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        return nearest.map(Page::metadata)
                .map(page -> new NewPage(begun, page.area(), page.owner(), page.contact()))
                .orElse(new NewPage(begun, "", "", ""));
    }

    /** @throws GapRefusal naming what is missing or none of the choices */
    void check(Choices choices) {
        if (id().isEmpty()) {
            throw new GapRefusal(Reason.TITLE);
        }
        if (!choices.areas().contains(area) || !choices.owners().contains(owner)
                || !choices.contacts().contains(contact)) {
            throw new GapRefusal(Reason.CHOICE);
        }
    }

    /** The page's name in addresses: the title in plain letters. */
    String id() {
        String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_ID
                ? plain
                : plain.substring(0, LONGEST_ID).replaceAll("-[^-]*$", "");
    }

    String file() {
        return "pages/" + area + "/" + id() + ".md";
    }

    /**
     * The file to begin with.
     *
     * @param question what the page is to answer
     * @param beside a page of the same area, after whose address the new one is made
     * @param headings what a page should say, in Markdown
     */
    String text(String question, String language, Optional<Page> beside, LocalDate today, String headings) {
        String url = beside.map(page -> page.metadata().url().replaceFirst("[^/]*$", "") + id()).orElse(null);
        return PageDocument.of(new Fields(id(), title.strip(), url, area, owner, List.of("residents"),
                today.toString(), today.plusYears(1).toString(), null, null, null, null, contact,
                List.of(question), null, language.equals("sv") ? null : language, null, null, null, null),
                headings).text();
    }
}
