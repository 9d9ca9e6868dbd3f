package se.lotsen.receipts;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.lotsen.archive.Archive;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Page;

/**
 * Which version of every file of the knowledge base there was at one time, as far as the archive keeps it.
 *
 * @param files digest by file
 */
record KnowledgeState(SortedMap<String, String> files) {

    static KnowledgeState of(KnowledgeFolder folder) {
        SortedMap<String, String> files = new TreeMap<>();
        folder.files().stream().filter(Archive::keeps).forEach(file -> folder.read(file, finding -> {
        }).ifPresent(text -> files.put(file, Page.digestOf(text))));
        return new KnowledgeState(files);
    }

    /** What {@link #manifest} gave. */
    static KnowledgeState read(String manifest) {
        SortedMap<String, String> files = new TreeMap<>();
        manifest.lines().forEach(line -> files.put(line.substring(line.indexOf(' ') + 1),
                line.substring(0, Math.max(0, line.indexOf(' ')))));
        return new KnowledgeState(files);
    }

    /** A line for each file: digest, space, name. */
    String manifest() {
        return files.entrySet().stream().map(file -> file.getValue() + " " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    String digest() {
        return Digests.of(manifest());
    }
}
