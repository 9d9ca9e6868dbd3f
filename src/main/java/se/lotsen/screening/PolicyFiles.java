package se.lotsen.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** The files below {@code policies/}: which they are and what stands in them. */
final class PolicyFiles {
    static final String FOLDER = "policies/";
    /** Without it nobody in danger would be seen, so it must be there. */
    static final String EMERGENCY = FOLDER + "emergency.yaml";
    static final String TOPICS = FOLDER + "topics.yaml";

    private PolicyFiles() {
    }

    /** The text of every policy file that can be read at all, by name; what cannot is reported. */
    static SortedMap<String, String> texts(KnowledgeFolder folder, Consumer<Finding> findings) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<String> names = names(folder, findings);
        if (!names.contains(EMERGENCY)) {
            findings.accept(
                    Finding.of(EMERGENCY, 0, Finding.Code.MISSING, folder.resolve(EMERGENCY).toString()));
        }
        names.forEach(name -> folder.read(name, findings).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private static List<String> names(KnowledgeFolder folder, Consumer<Finding> findings) {
        Path policies = folder.resolve(FOLDER);
        if (!Files.isDirectory(policies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(policies)) {
            return files.map(file -> FOLDER + file.getFileName())
                    .filter(name -> name.endsWith(".yaml") && !name.equals(TOPICS))
                    .toList();
        } catch (IOException e) {
            findings.accept(Finding.of(FOLDER, 0, Finding.Code.UNREADABLE, policies.toString()));
            return List.of();
        }
    }
}
