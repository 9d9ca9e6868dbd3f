package se.lotsen.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class ColourTests {

    /** Ratios as W3C's documents and the WebAIM contrast checker give them. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.00", "#777777, #ffffff, 4.48", "#767676, #ffffff, 4.54",
            "#ff0000, #ffffff, 4.00", "#0000ff, #ffffff, 8.59", "#008000, #ffffff, 5.14",
            "#949494, #ffffff, 3.03",
            "#ffff00, #ffffff, 1.07", "#123456, #123456, 1.00"})
    void ratiosAreThePublishedOnes(String one, String two, double ratio) {
        assertThat(Colour.of(one).contrast(Colour.of(two))).isCloseTo(ratio, within(0.005));
        assertThat(Colour.of(two).contrast(Colour.of(one)))
                .isEqualTo(Colour.of(one).contrast(Colour.of(two)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "123456", "#1234567", "#123456;}", "rgb(1,2,3)"})
    void anythingButSixDigitsIsRefused(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    @Test
    void aColourWithItsOwnLightnessIsTheSameColour() {
        SeededRandom random = new SeededRandom();
        for (int i = 0; i < 10_000; i++) {
            Colour colour = new Colour(random.below(256), random.below(256), random.below(256));
            assertThat(colour.withLightness(colour.lightness())).as("%s", random).isEqualTo(colour);
            assertThat(Colour.of(colour.hex())).isEqualTo(colour);
        }
    }
}
