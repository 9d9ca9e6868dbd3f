package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberedLinesTests {

    @Test
    void linesAreTakenInAnyOrderAndForm() {
        assertThat(NumberedLines.of("""
                Here is the translation:
                [2] Two.
                **1.** One.
                (3): Three.

                """, 3)).isEqualTo(Map.of(1, "One.", 2, "Two.", 3, "Three."));
        assertThat(NumberedLines.of("[١] واحد\n\u200f[٢] اثنان", 2)).isEqualTo(Map.of(1, "واحد", 2, "اثنان"));
    }

    @Test
    void numbersThatWereNotGivenAndNumbersThatComeTwiceSayNothing() {
        assertThat(NumberedLines.of("[1] One.\n[1] Uno.\n[2] Two.\n[7] Seven.\n[0] Zero.", 2))
                .isEqualTo(Map.of(2, "Two."));
        assertThat(NumberedLines.of("", 2)).isEmpty();
        assertThat(NumberedLines.of("One.\n30 days.\n[1]", 2)).isEmpty();
    }
}
