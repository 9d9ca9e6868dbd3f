package se.lotsen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rules that the class files cannot tell: try-with-resources and record patterns compile to a catch of Throwable that
 * nobody wrote, so that rule reads the sources.
 */
class SourceRulesTests {
    static final Set<String> PLANTED = Set.of("CatchesThrowable", "CatchesError");

    private static final Pattern CATCHES_EVERYTHING = Pattern
            .compile(
                    "catch\\s*\\(\\s*(final\\s+)?([\\w.]+\\s*\\|\\s*)*(java\\.lang\\.)?(Throwable|Error)\\b");

    @Test
    void nobodyCatchesThrowableOrError() throws IOException {
        assertThat(catching(Path.of("src/main/java")))
                .as("because an OutOfMemoryError that is caught leaves a process that answers nonsense")
                .isEmpty();
    }

    @Test
    void theRuleBitesOnItsPlantedClasses() throws IOException {
        assertThat(catching(Path.of("src/test/java/se/lotsen/architecture/planted")))
                .containsExactlyInAnyOrder("CatchesThrowable.java", "CatchesError.java");
    }

    @Test
    void theRuleLeavesOtherCatchesAlone() {
        assertThat(Stream
                .of("catch (IOException e)", "catch (final ErrorCodeException e)", "catch(MyError e)",
                        "catch (IOException | UncheckedIOException e)")
                .filter(line -> CATCHES_EVERYTHING.matcher(line).find())).isEmpty();
    }

    private static List<String> catching(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources.stream().filter(SourceRulesTests::catchesEverything)
                    .map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean catchesEverything(Path source) {
        try {
            return CATCHES_EVERYTHING.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
