package se.lotsen.retrieval;

import java.util.List;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** The pages of the sample municipality as the index takes them. */
final class ShippedIndex {
    static final List<IndexedPage> PAGES = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
            .map(IndexedPage::of).toList();

    private ShippedIndex() {
    }

    static PassageIndex inMemory() {
        PassageIndex index = PassageIndex.inMemory();
        index.update(PAGES);
        return index;
    }
}
