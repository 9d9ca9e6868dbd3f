package se.lotsen.radar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;

/**
 * What is wrong with the list of owners, for the report on a whole folder. A folder without the list is whole: nobody is
 * mailed then.
 */
public final class OwnersCheck {
    private OwnersCheck() {
    }

    /** In the order of the file's lines, then owners of pages that the list does not have. */
    public static List<Finding> of(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        read(folder, findings).ifPresent(owners -> {
            Set<String> missing = new TreeSet<>();
            Library.read(folder).pages().values().stream().map(page -> page.metadata().owner())
                    .filter(name -> owners.of(name).isEmpty()).forEach(missing::add);
            missing.forEach(name -> findings
                    .add(Finding.of(Owners.FILE, 0, Finding.Code.UNKNOWN_REFERENCE, name)));
        });
        return List.copyOf(findings);
    }

    static Optional<Owners> read(KnowledgeFolder folder, List<Finding> findings) {
        List<Finding> unread = new ArrayList<>();
        Optional<String> yaml = folder.read(Owners.FILE, unread::add);
        unread.stream().filter(finding -> finding.code() != Finding.Code.MISSING).forEach(findings::add);
        return yaml.flatMap(text -> Owners.read(text, findings::add));
    }
}
