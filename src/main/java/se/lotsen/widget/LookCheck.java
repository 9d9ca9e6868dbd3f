package se.lotsen.widget;

import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** What is wrong with the look's file, for the report on a whole folder; a running service looks by itself. */
public final class LookCheck {
    private LookCheck() {
    }

    /** In the order of the file's lines; empty when the chat can be shown, also without the file. */
    public static List<Finding> of(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        if (CurrentLook.isThere(folder)) {
            folder.read(LookFaults.FILE, findings::add)
                    .ifPresent(yaml -> LookReader.read(yaml, folder, findings::add));
        }
        return List.copyOf(findings);
    }
}
