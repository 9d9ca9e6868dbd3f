package se.lotsen.archive;

import java.util.List;
import java.util.Set;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;

/** Checks the pages alone; for a service without anybody who reads the other files. */
final class PageCheck implements FileCheck {
    private final KnowledgeFolder served;

    PageCheck(KnowledgeFolder served) {
        this.served = served;
    }

    @Override
    public List<Finding> check(KnowledgeFolder folder, Set<String> files) {
        List<Finding> known = Library.read(served).findings();
        return Library.read(folder).findings().stream()
                .filter(finding -> files.contains(finding.file()) || !known.contains(finding)).toList();
    }
}
