package se.lotsen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a {@link ServiceTest} a copy of the sample municipality's folder to write in:
 * {@code @ContextConfiguration(initializers = OwnKnowledge.class)} beside it. Its place is {@code lotsen.knowledge.dir}. Of
 * the test questions it has those about the fee for preschool alone: every look before a publication asks all there are.
 */
public final class OwnKnowledge implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // An initializer that a class names takes the place of the annotation's own.
        new ServiceTest.OwnFolder().initialize(context);
        try {
            Path folder = Files.createTempDirectory("lotsen-knowledge");
            KnowledgeFiles.copyOfTheShipped(folder);
            Path golden = folder.resolve("golden-questions.tsv");
            Files.write(golden, Files.readAllLines(golden).stream()
                    .filter(line -> line.startsWith("#") || line.startsWith("id\t")
                            || line.contains("forskola-avgift"))
                    .toList());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            TestPropertyValues.of("lotsen.knowledge.dir=" + folder).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
