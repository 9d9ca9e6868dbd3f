package se.lotsen.security.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * docs/asvs.tsv answers each requirement of levels 1 and 2 of OWASP ASVS 5.0 once, and the tests and documents that it names
 * are there.
 */
class AsvsMatrixTests {
    private static final Path MATRIX = Path.of("docs/asvs.tsv");
    private static final Path IDS = Path.of("src/test/resources/se/lotsen/security/asvs-ids.txt");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> VERDICTS = Set.of("test", "config", "manual", "not-applicable", "open");
    private static final int SHORTEST_REASON = 20;
    private static final Pattern TEST_NAME = Pattern.compile("[A-Z]\\w+\\.[a-z]\\w+");
    private static final Pattern FILE = Pattern
            .compile("\\b(?:docs/[\\w./-]+\\.\\w+|SECURITY\\.md|Dockerfile|pom\\.xml|CONTRIBUTING\\.md)");

    /** One line of the matrix. */
    private record Row(String id, String level, String verdict, String evidence) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(4);
            return new Row(cells[0], cells[1], cells[2], cells[3]);
        }
    }

    @Test
    void eachOfThe230RequirementsHasOneRow() {
        List<String> ids = lines(IDS).toList();
        assertThat(ids).hasSize(230).doesNotHaveDuplicates();
        assertThat(rows().stream().map(row -> row.id() + " " + row.level())).containsExactlyElementsOf(ids);
    }

    @Test
    void everyRowHasItsEvidence() {
        Map<String, List<Path>> classes = testFiles();
        assertThat(rows().stream().flatMap(row -> faults(row, classes).stream())).isEmpty();
    }

    @Test
    void aRowThatNamesAMissingTestOrNoReasonFails() {
        Map<String, List<Path>> classes = testFiles();
        String here = "AsvsMatrixTests.everyRowHasItsEvidence";
        assertThat(faults(new Row("V1.1.1", "2", "test", here), classes)).isEmpty();
        assertThat(faults(new Row("V1.1.1", "2", "test", here + ", " + here + "Not"), classes)).hasSize(1);
        assertThat(faults(new Row("V1.1.1", "2", "test", "NoSuchTests.everyRowHasItsEvidence"), classes))
                .hasSize(1);
        assertThat(faults(new Row("V1.1.1", "2", "test", "AsvsMatrixTests.faults"), classes))
                .as("a method that is no test").hasSize(1);
        assertThat(faults(new Row("V1.1.1", "2", "test", ""), classes)).isNotEmpty();
        assertThat(faults(new Row("V1.1.1", "2", "open", "later"), classes)).hasSize(1);
        assertThat(faults(new Row("V1.1.1", "2", "done", "all of it is done, believe us"), classes))
                .hasSize(1);
        assertThat(faults(new Row("V1.1.1", "2", "manual", "as docs/no-such-page.md says, in full"), classes))
                .hasSize(1);
    }

    /** The figures of docs/security.md; printed, and held there. */
    @Test
    void theDocumentTellsHowManyRowsAreOfWhichKind() throws IOException {
        Map<String, Long> counts = rows().stream()
                .collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
        String figures = Stream.of("test", "config", "manual", "not-applicable", "open")
                .map(verdict -> verdict + " " + counts.getOrDefault(verdict, 0L))
                .collect(Collectors.joining(", "));
        System.out.println("ASVS 5.0, levels 1 and 2: " + figures);
        assertThat(Files.readString(Path.of("docs/security.md"))).contains(figures);
    }

    private static List<String> faults(Row row, Map<String, List<Path>> classes) {
        List<String> faults = new ArrayList<>();
        if (!VERDICTS.contains(row.verdict())) {
            faults.add(row.id() + ": no verdict " + row.verdict());
        } else if (row.verdict().equals("test")) {
            Arrays.stream(row.evidence().split(", ", -1)).filter(name -> !isTest(name, classes))
                    .forEach(name -> faults.add(row.id() + ": no test " + name));
        } else if (row.evidence().length() < SHORTEST_REASON) {
            faults.add(row.id() + ": no reason");
        }
        FILE.matcher(row.evidence()).results().map(found -> found.group())
                .filter(name -> !Files.exists(Path.of(name)))
                .forEach(name -> faults.add(row.id() + ": no file " + name));
        return faults;
    }

    private static boolean isTest(String name, Map<String, List<Path>> classes) {
        if (!TEST_NAME.matcher(name).matches()) {
            return false;
        }
        String[] parts = name.split("\\.");
        List<Path> files = classes.getOrDefault(parts[0] + ".java", List.of());
        return files.size() == 1 && methods(files.getFirst())
                .anyMatch(method -> method.getName().equals(parts[1])
                        && AnnotationSupport.isAnnotated(method, Testable.class));
    }

    /** Without initialising it: a class that starts a database is only looked at. */
    private static Stream<Method> methods(Path file) {
        String name = TESTS.relativize(file).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
        try {
            Class<?> type = Class.forName(name, false, AsvsMatrixTests.class.getClassLoader());
            Stream<Method> all = Arrays.stream(type.getMethods());
            for (Class<?> at = type; at != null; at = at.getSuperclass()) {
                all = Stream.concat(all, Arrays.stream(at.getDeclaredMethods()));
            }
            return all;
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }

    private static Map<String, List<Path>> testFiles() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows() {
        return lines(MATRIX).map(Row::of).toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
