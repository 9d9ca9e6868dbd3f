package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/** Pages that could be the right one. It blocks shortly. */
final class Nearest {
    private static final int SHOWN = 5;
    private final Retriever retriever;
    private final KnowledgeWatch watch;

    Nearest(Retriever retriever, KnowledgeWatch watch) {
        this.retriever = retriever;
        this.watch = watch;
    }

    /** Those that come nearest to the representative question now, and those that were cited for any of the questions. */
    List<Page> to(Gap gap) {
        Set<String> ids = new LinkedHashSet<>(found(gap.question(), gap.known().language()));
        gap.misses()
                .forEach(miss -> miss.question().citations().forEach(citation -> ids.add(citation.page())));
        return pages(ids);
    }

    /** What the search finds for an editor's own words. */
    List<Page> search(String words) {
        return words.isBlank() ? List.of() : pages(found(words, "sv"));
    }

    private List<String> found(String words, String language) {
        try {
            return retriever.retrieve(words, language).pages().stream().map(Retrieval.RankedPage::page)
                    .limit(SHOWN).toList();
        } catch (IndexUnavailable unavailable) {
            return List.of();
        }
    }

    private List<Page> pages(Iterable<String> ids) {
        List<Page> pages = new ArrayList<>();
        ids.forEach(id -> watch.library().page(id).ifPresent(pages::add));
        return pages.stream().limit(2L * SHOWN).toList();
    }
}
