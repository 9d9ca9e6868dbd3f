package se.lotsen.desk;

import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** What is wrong with the desk's file, for the report on a whole folder; a running service looks by itself. */
public final class DeskTermsCheck {
    private DeskTermsCheck() {
    }

    /** In the order of the file's lines; empty when the desk can work with it. */
    public static List<Finding> of(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        folder.read(DeskTermsReader.FILE, findings::add)
                .ifPresent(yaml -> DeskTermsReader.read(yaml, findings::add));
        return List.copyOf(findings);
    }
}
