package se.lotsen.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;

/** The desk's terms as the editors' file says now. A faulty edit is logged, and what was in use stays in use. */
final class DeskFile {
    private static final Logger log = LoggerFactory.getLogger(DeskFile.class);
    private final KnowledgeFolder folder;
    private volatile DeskTerms terms;

    /** @throws KnowledgeUnusable when the file is missing or faulty: no case could be ended */
    DeskFile(KnowledgeFolder folder) {
        this.folder = folder;
        List<Finding> findings = new ArrayList<>();
        this.terms = read(findings).orElseThrow(() -> new KnowledgeUnusable(folder, findings));
    }

    DeskTerms terms() {
        return terms;
    }

    @EventListener
    void filesChanged(KnowledgeFilesChanged changed) {
        if (changed.files().contains(DeskTermsReader.FILE)) {
            List<Finding> findings = new ArrayList<>();
            read(findings).ifPresent(read -> terms = read);
            FindingText text = new FindingText();
            findings.forEach(finding -> log.warn("{}", text.of(finding)));
        }
    }

    private Optional<DeskTerms> read(List<Finding> findings) {
        return folder.read(DeskTermsReader.FILE, findings::add)
                .flatMap(yaml -> DeskTermsReader.read(yaml, findings::add));
    }
}
