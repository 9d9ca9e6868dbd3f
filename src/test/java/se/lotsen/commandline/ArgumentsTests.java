package se.lotsen.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static final Map<String, Boolean> KNOWN = Map.of("json", false, "history", true);

    @Test
    void tellsOptionsFromPlainWordsInAnyOrder() {
        Arguments arguments = Arguments.of(List.of("--json", "en fråga", "--history", "f.json"), KNOWN);
        assertThat(arguments.plain()).containsExactly("en fråga");
        assertThat(arguments.has("json")).isTrue();
        assertThat(arguments.value("history")).contains("f.json");
        assertThat(Arguments.of(List.of(), KNOWN).has("json")).isFalse();
        assertThat(Arguments.of(List.of(), KNOWN).value("history")).isEmpty();
    }

    @Test
    void aValueMayLookLikeAnOption() {
        assertThat(Arguments.of(List.of("--history", "--json"), KNOWN).value("history")).contains("--json");
    }

    @Test
    void anUnknownOptionIsRefusedByName() {
        for (String unknown : List.of("--jsno", "--", "--JSON", "--json=true")) {
            assertThatThrownBy(() -> Arguments.of(List.of("fråga", unknown), KNOWN)).as(unknown)
                    .isInstanceOfSatisfying(UsageException.class, fault -> {
                        assertThat(fault.code()).isEqualTo("unknown-option");
                        assertThat(fault.arguments()).containsExactly(unknown);
                    });
        }
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.of(List.of("--history"), KNOWN)).isInstanceOfSatisfying(
                UsageException.class, fault -> assertThat(fault.code()).isEqualTo("option-without-value"));
    }
}
