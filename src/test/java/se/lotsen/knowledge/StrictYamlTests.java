package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Finding.Code;

class StrictYamlTests {
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void readsARecordAndLeavesMissingFieldsNull() {
        assertThat(read("name: Hylla\n")).contains(new Shelf("Hylla", null, null));
        assertThat(findings).isEmpty();
    }

    @Test
    void swedishLettersAndQuotedTextComeThroughWhole() {
        assertThat(read("name: \"Åtgärd: \\\"ö\\\" # ej kommentar\"\n"))
                .contains(new Shelf("Åtgärd: \"ö\" # ej kommentar", null, null));
    }

    @Test
    void anUnknownFieldEmptiesTheResultButNotForAReaderThatGoesOn() {
        String yaml = "name: a\nnamn: b\nheight: 2\n";
        assertThat(read(yaml)).isEmpty();
        assertThat(findings).containsExactly(Finding.of("f.yaml", 2, Code.UNKNOWN_FIELD, "namn"));
        assertThat(StrictYaml.readKnown("f.yaml", 1, yaml, Shelf.class, findings::add))
                .contains(new Shelf("a", 2, null));
        assertThat(findings).hasSize(2);
    }

    @Test
    void linesCountFromWhereTheBlockBegins() {
        StrictYaml.read("p.md", 12, "name: a\nlängd: 2\n", Shelf.class, findings::add);
        assertThat(findings).containsExactly(Finding.of("p.md", 13, Code.UNKNOWN_FIELD, "längd"));
    }

    @Test
    void aValueOfTheWrongTypeIsNamedWithItsLine() {
        assertThat(read("name: a\nheight: hög\n")).isEmpty();
        assertThat(findings).containsExactly(Finding.of("f.yaml", 2, Code.INVALID_VALUE, "height"));
    }

    @Test
    void aBrokenNumberIsNotCutToAWholeOne() {
        assertThat(read("height: 2.5\n")).isEmpty();
        assertThat(findings).extracting(Finding::code, Finding::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.INVALID_VALUE, 1));
    }

    @Test
    void yamlThatCannotBeParsedIsOneFinding() {
        for (String broken : List.of("name: 'a\n", "name: a\n\tname: b\n", "{", "name: a: b\n", "*nowhere\n",
                "@a", "name: a\n--- \nname: b\n")) {
            findings.clear();
            assertThat(read(broken)).as(broken).isEmpty();
            assertThat(findings).as(broken).hasSize(1);
            assertThat(findings.getFirst().line()).as(broken).isPositive();
        }
    }

    @Test
    void anEmptyTextIsAFinding() {
        for (String empty : List.of("", "\n\n", "# bara en kommentar\n", "---\n", "null\n", "~")) {
            findings.clear();
            assertThat(read(empty)).as(empty).isEmpty();
            assertThat(findings).as(empty).hasSize(1);
        }
    }

    @Test
    void depthAndReferencesThatGrowEndQuickly() {
        assertThat(read("[".repeat(100_000))).isEmpty();
        assertThat(read("name: &a [x, x]\nbooks: [*a, *a, *a]\n")).isEmpty();
        assertThat(findings).hasSize(2);
    }

    private Optional<Shelf> read(String yaml) {
        return StrictYaml.read("f.yaml", 1, yaml, Shelf.class, findings::add);
    }

    record Shelf(@Nullable String name, @Nullable Integer height, @Nullable List<String> books) {
    }
}
