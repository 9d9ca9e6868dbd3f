package se.lotsen.widget;

import java.nio.file.Files;
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

/**
 * The look as the editors' file says now; templates ask for it by the bean's name. A faulty edit is logged, and what was
 * in use stays in use, also when the file vanishes.
 */
public final class CurrentLook {
    private static final Logger log = LoggerFactory.getLogger(CurrentLook.class);
    private final KnowledgeFolder folder;
    private volatile Look look;

    /** @throws KnowledgeUnusable when the file is faulty, or its colours are such that somebody could not read them */
    CurrentLook(KnowledgeFolder folder) {
        this.folder = folder;
        List<Finding> findings = new ArrayList<>();
        this.look = isThere(folder)
                ? read(findings).orElseThrow(() -> new KnowledgeUnusable(folder, findings))
                : LookReader.defaults(folder);
    }

    /** How the chat looks at this moment. */
    public Look now() {
        return look;
    }

    static boolean isThere(KnowledgeFolder folder) {
        return Files.exists(folder.resolve(LookFaults.FILE));
    }

    @EventListener
    void filesChanged(KnowledgeFilesChanged changed) {
        Logo logo = look.logo();
        if (changed.files().contains(LookFaults.FILE)
                || logo != null && changed.files().contains(logo.file())) {
            List<Finding> findings = new ArrayList<>();
            read(findings).ifPresent(read -> look = read);
            FindingText text = new FindingText();
            findings.forEach(finding -> log.warn("{}", text.of(finding)));
        }
    }

    private Optional<Look> read(List<Finding> findings) {
        return folder.read(LookFaults.FILE, findings::add)
                .flatMap(yaml -> LookReader.read(yaml, folder, findings::add));
    }
}
