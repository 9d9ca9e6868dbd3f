package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Finding.Code;

class StrictYamlLineTests {

    @Test
    void namesTheLineOfAnUnknownFieldWhereverItStands() {
        assertThat(findings("""
                titel: a
                boxes:
                  - storlek: 1
                    size: 1
                  - size: 1
                    storlek: 1
                lid: {färg: 1}
                name: a
                size: 1
                """)).containsExactlyInAnyOrder(Finding.of("f", 1, Code.UNKNOWN_FIELD, "titel"),
                Finding.of("f", 3, Code.UNKNOWN_FIELD, "storlek"),
                Finding.of("f", 6, Code.UNKNOWN_FIELD, "storlek"),
                Finding.of("f", 7, Code.UNKNOWN_FIELD, "färg"),
                Finding.of("f", 9, Code.UNKNOWN_FIELD, "size"));
    }

    private static List<Finding> findings(String yaml) {
        List<Finding> findings = new ArrayList<>();
        StrictYaml.read("f", 1, yaml, Shelf.class, findings::add);
        return findings;
    }

    record Shelf(@Nullable String name, @Nullable List<Box> boxes, @Nullable Box lid) {
    }

    record Box(@Nullable Integer size) {
    }
}
