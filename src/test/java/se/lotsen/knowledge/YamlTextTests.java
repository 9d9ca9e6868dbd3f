package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTextTests {
    record Note(String text) {
    }

    @Test
    void anEmojiMayStandAnywhere() {
        for (int before = 900; before < 1100; before++) {
            String yaml = "text: \"" + "a".repeat(before) + "👋\"\n";
            List<Finding> findings = new ArrayList<>();
            assertThat(StrictYaml.read("note.yaml", 1, yaml, Note.class, findings::add)).isPresent();
            assertThat(YamlLines.of(yaml).line("/text")).isEqualTo(1);
            assertThat(findings).isEmpty();
        }
    }
}
