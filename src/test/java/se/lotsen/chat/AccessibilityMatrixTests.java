package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/accessibility.md has a row for each criterion, and what a row names as evidence is there. */
class AccessibilityMatrixTests {
    private static final Path MATRIX = Path.of("docs/accessibility.md");
    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| (\\d\\.\\d\\.\\d{1,2}) \\| ([^|]+) \\| (AA?) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`: \"([^\"]+)\"");
    private static final Pattern STEP = Pattern.compile("protocol (\\d+)");
    private static final Set<String> TESTED = Set.of("tested", "absent");
    private static final Set<String> BY_HAND = Set.of("partly tested", "by hand");
    private static final int TASKS = 12;

    private record Row(String criterion, String level, String verdict, String evidence) {
        private List<String> steps() {
            return STEP.matcher(evidence).results().map(found -> found.group(1)).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(text(MATRIX));
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(3), row.group(4), row.group(5)));
        }
        return rows;
    }

    @Test
    void thereIsOneRowForEachOfThe55Criteria() {
        List<Row> rows = rows();
        assertThat(rows.stream().map(Row::criterion)).hasSize(55).doesNotHaveDuplicates()
                .doesNotContain("4.1.1")
                .contains("2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8");
        assertThat(rows.stream().filter(row -> row.level().equals("A"))).hasSize(31);
        assertThat(rows.stream().filter(row -> row.level().equals("AA"))).hasSize(24);
    }

    @Test
    void whatARowNamesIsThere() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            List<String> missing = new ArrayList<>();
            Matcher named = NAMED.matcher(row.evidence());
            int found = 0;
            while (named.find()) {
                found++;
                if (!text(file(named.group(1))).contains(named.group(2))) {
                    missing.add(named.group());
                }
            }
            assertThat(missing).as(row.criterion()).isEmpty();
            assertThat(found + row.steps().size()).as(row.criterion() + " has evidence").isPositive();
        });
    }

    @Test
    void aRowThatNeedsAPersonNamesAStepOfTheProtocolAndOthersNeedNone() {
        String protocol = text(MATRIX).substring(text(MATRIX).indexOf("## Protocol"));
        assertThat(protocol).contains("not yet carried out by a person");
        assertThat(Pattern.compile("(?m)^\\d+\\. ").matcher(protocol).results()).hasSize(TASKS);
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.verdict()).isIn(Stream.concat(TESTED.stream(), BY_HAND.stream()).toList());
            assertThat(!row.steps().isEmpty()).as(row.criterion()).isEqualTo(BY_HAND.contains(row.verdict()));
            assertThat(row.steps()).allSatisfy(step -> assertThat(protocol).contains("\n" + step + ". "));
        });
    }

    @Test
    void noScriptOfTheChatListensToGesturesDraggingOrMotion() throws IOException {
        Pattern listens = Pattern.compile(
                "mousedown|touchmove|drag(start|end|over)|devicemotion|deviceorientation|gesture|pointermove");
        assertThat(in(Path.of("src/main/resources/static/chat"), ".js")).isNotEmpty()
                .noneMatch(file -> listens.matcher(text(file)).find());
    }

    @Test
    void nothingIsShownByHoverAlone() {
        Pattern shows = Pattern
                .compile(":hover[^{]*\\{[^}]*(display|visibility|opacity|content|clip|height)\\s*:");
        assertThat(text(Path.of("src/main/resources/static/chat.css"))).contains(":hover")
                .doesNotContainPattern(shows);
    }

    private static Path file(String name) {
        List<Path> found = Stream.of("src/test/browser", "src/test/java").map(Path::of)
                .flatMap(folder -> in(folder, "/" + name).stream()).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static List<Path> in(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
