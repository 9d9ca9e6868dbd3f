package se.lotsen.archive;

import java.util.List;
import java.util.Set;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** What would be wrong with files if they were published. Whoever reads all kinds of files implements it. */
@FunctionalInterface
public interface FileCheck {

    /**
     * @param folder as it would be
     * @param files that would change in it
     * @return what is wrong with these files, or with others because of them; empty when they can be served
     */
    List<Finding> check(KnowledgeFolder folder, Set<String> files);
}
