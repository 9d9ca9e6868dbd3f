package se.lotsen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.SeededRandom;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One value changes; every other line stays as its editor wrote it. */
class YamlEditTests {
    private static final String YAML = """
            # Överst.
            first: Ett
            folded: >-
              Två
              tre

            # Om listan.
            list:
            - a
            - b
            inner:
              # Om x.
              x: ja
              y: "nej: kanske"
            # Sist.
            last: Slut
            """;

    @Test
    void aValueIsReplacedWhereItStandsAndCommentsStay() {
        assertThat(YamlEdit.with(YAML, "folded", "Fyra: fem"))
                .isEqualTo(YAML.replace("folded: >-\n  Två\n  tre\n", "folded: \"Fyra: fem\"\n"));
        assertThat(YamlEdit.with(YAML, "inner.x", "nej"))
                .isEqualTo(YAML.replace("  x: ja\n", "  x: \"nej\"\n"));
        assertThat(YamlEdit.with(YAML, "list", List.of("c")))
                .isEqualTo(YAML.replace("- a\n- b\n", "  - \"c\"\n"));
        assertThat(YamlEdit.with(YAML, "first", "Ett")).isSameAs(YAML);
    }

    @Test
    void aFieldIsAddedAndTakenAway() {
        assertThat(YamlEdit.with(YAML, "inner.z", "ny"))
                .isEqualTo(YAML.replace("kanske\"\n", "kanske\"\n  z: \"ny\"\n"));
        assertThat(YamlEdit.with(YAML, "inner.x", "")).isEqualTo(YAML.replace("  x: ja\n", ""));
        assertThat(YamlEdit.with("a: 1\n", "person.claimed", "Hej"))
                .isEqualTo("a: 1\nperson:\n  claimed: \"Hej\"\n");
    }

    @Test
    void anEntryIsAddedAtTheEndOfItsListWhateverComesAfter() {
        assertThat(YamlEdit.append(YAML, "list", List.of("- c")))
                .isEqualTo(YAML.replace("- b\n", "- b\n- c\n"));
        assertThat(YamlEdit.append("# Hej\npins: []\n", "pins", List.of("  - c")))
                .isEqualTo("# Hej\npins:\n  - c\n");
        assertThat(YamlEdit.append("a: 1\n", "pins", List.of("  - c"))).isEqualTo("a: 1\npins:\n  - c\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner: {x: ja, y: nej}\n", "inner: [\n", "? x\n: y\ninner: {x: 1}\n"})
    void whatCannotBeChangedAloneIsRefused(String yaml) {
        assertThatThrownBy(() -> YamlEdit.with(yaml, "inner.x", "ny"))
                .isInstanceOf(YamlEdit.NotPossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void everyShippedTextCanBeChangedAndChangedBack(String language) {
        String file = "replies." + language + ".yaml";
        String yaml = KnowledgeFiles.shipped().read(file, finding -> {
        }).orElseThrow();
        SeededRandom random = new SeededRandom();
        for (ReplyLine line : ReplyForm.lines(file, yaml)) {
            LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
            String typed = "Ny: \"text\" # " + random.digits(4);
            fields.set(line.name(), typed);
            Edited edited = ReplyForm.apply(file, yaml, new Form(fields));
            assertThat(edited.faults()).as(line.name()).isEmpty();
            assertThat(edited.text().lines().filter(one -> one.startsWith("#")))
                    .containsExactlyElementsOf(yaml.lines().filter(one -> one.startsWith("#")).toList());
            fields.set(line.name(), line.text());
            assertThat(map(ReplyForm.apply(file, edited.text(), new Form(fields)).text()))
                    .as("%s, %s", line.name(), random).isEqualTo(map(yaml));
        }
    }

    private static Map<?, ?> map(String yaml) {
        return YAMLMapper.builder().build().readValue(yaml, Map.class);
    }
}
