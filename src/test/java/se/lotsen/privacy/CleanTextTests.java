package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class CleanTextTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 0x1b, 0x7f, 0x9f, 0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d,
            0x200e, 0x202e,
            0x2060, 0x2066, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0041, 0xe0100, 0xd800,
            0xdfff})
    void removesWhatCannotBeSeen(int character) {
        assertThat(CleanText.of("a" + Character.toString(character) + "b")).isEqualTo("ab");
    }

    @Test
    void keepsEveryVisibleCharacterTabsAndLines() {
        String text = "Hej!\tÅäö é ß – “citat” 1\u00a0250 kr\nعربي Soomaali suomi 👍 𝟎";
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void composesLetters() {
        assertThat(CleanText.of("Linda\u030akra a\u0308 o\u0308 e\u200b\u0301")).isEqualTo("Lindåkra ä ö é");
    }

    @Test
    void makesEveryLineBreakOne() {
        assertThat(CleanText.of("a\r\nb\rc\nd\u2028e\u2029f\u0085g\fh\u000bi\r\r\n"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\ni\n\n");
    }

    @Test
    void cutsStacksOfMarks() {
        String stack = "e" + "\u0316\u0301".repeat(100_000) + "n";
        assertThat(CleanText.of(stack)).hasSizeLessThan(20).startsWith("é").endsWith("n");
    }

    @Test
    void cleaningTwiceEqualsCleaningOnce() {
        SeededRandom random = new SeededRandom();
        int[] strange = {'a', 'e', 'o', '1', ' ', '\r', '\n', '\t', 0x301, 0x30a, 0x316, 0x344, 0x958, 0x93c,
                0xfb1d, 0x1161,
                0x1100, 0x200b, 0xd83d, 0xdc4d, 0xe0020, 0xfe0f, 0x2126, 0x212b};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int n = random.below(120); n > 0; n--) {
                int c = strange[random.below(strange.length)];
                raw.appendCodePoint(c);
            }
            String once = CleanText.of(raw.toString());
            assertThat(CleanText.of(once)).as("%s", random).isEqualTo(once);
            assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).as("%s", random).isTrue();
        }
    }
}
