package se.lotsen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Prompts in a temporary folder of a test's own. */
public final class PromptFiles {
    private PromptFiles() {
    }

    /** A copy of the shipped prompts. */
    public static KnowledgeFiles copyOfTheShipped(Path root) {
        KnowledgeFiles copy = new KnowledgeFiles(root);
        try (Stream<Path> files = Files.list(Path.of("prompts"))) {
            for (Path file : files.toList()) {
                copy.write(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }
}
