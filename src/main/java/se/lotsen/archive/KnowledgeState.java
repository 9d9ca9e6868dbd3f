package se.lotsen.archive;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lotsen.knowledge.Page;

/**
 * Whether this process serves what is published. Two processes that say the same {@code served} answer from the same files.
 *
 * @param served the first digits of one digest of all files in this process's folder
 * @param published the same of everything that is published
 * @param differing how many files are not the same; 0 when all is well, for seconds more while a publication is on its way
 */
public record KnowledgeState(String served, String published, int differing) {

    /** @param served digests by file, as {@link Page#digestOf} counts them */
    static KnowledgeState of(Map<String, String> served, Map<String, String> published) {
        Set<String> files = new HashSet<>(served.keySet());
        files.addAll(published.keySet());
        long differing = files.stream()
                .filter(file -> !served.getOrDefault(file, "").equals(published.getOrDefault(file, "")))
                .count();
        return new KnowledgeState(digest(served), digest(published), (int) differing);
    }

    private static String digest(Map<String, String> digests) {
        return Page.revision(Page.digestOf(new TreeMap<>(digests).entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey()).collect(Collectors.joining("\n"))));
    }

    /** Whether this process serves exactly what is published. */
    public boolean isCurrent() {
        return differing == 0;
    }
}
