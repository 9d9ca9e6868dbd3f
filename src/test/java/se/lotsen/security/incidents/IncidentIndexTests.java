package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The index in docs/incidents.md and the classes agree: each case has one class, each class that is named is there and claims something. */
class IncidentIndexTests {
    private static final Path FOLDER = Path.of("src/test/java/se/lotsen/security/incidents");
    private static final Pattern ROW = Pattern.compile("^\\| S(\\d{1,2}) \\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)`");

    @Test
    void everyCaseHasItsClassAndEveryClassItsRow() throws IOException {
        Map<Integer, String> rows = new LinkedHashMap<>();
        ROW.matcher(Files.readString(Path.of("docs/incidents.md"))).results()
                .forEach(row -> rows.put(Integer.parseInt(row.group(1)), row.group(2)));
        assertThat(rows.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, 34).boxed().toList());
        Map<Path, String> all = Sources.of("src/test/java", "Tests.java");
        Set<String> classes = all.keySet().stream()
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        for (int number = 1; number <= 34; number++) {
            String prefix = "S%02d".formatted(number);
            List<Path> own = all.keySet().stream().filter(
                    file -> file.startsWith(FOLDER) && file.getFileName().toString().startsWith(prefix))
                    .toList();
            assertThat(own).as(prefix).hasSize(1);
            String name = own.getFirst().getFileName().toString().replace(".java", "");
            assertThat(rows.get(number)).as(prefix).contains("`" + name + "`");
            assertThat(all.get(own.getFirst())).as(prefix).contains("@Test", "assertThat", "S" + number);
            NAMED.matcher(rows.get(number)).results()
                    .forEach(named -> assertThat(classes).as(prefix).contains(named.group(1)));
        }
    }
}
