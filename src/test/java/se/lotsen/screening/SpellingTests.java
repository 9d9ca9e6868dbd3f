package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @Test
    void dotsAndRingsAreTheMarksThatUnicodeTakesApart() {
        for (char c = 1; c < 0x2000; c++) {
            String letter = String.valueOf(c);
            String base = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            String bare = switch (base) {
                case "ø" -> "o";
                case "ı" -> "i";
                case "ł" -> "l";
                case "æ" -> "a";
                case "ß" -> "ss";
                default -> base;
            };
            assertThat(Spelling.folded("k" + letter + "ö")).as("U+%04X", (int) c).isEqualTo("k" + bare + "o");
        }
    }

    @ParameterizedTest
    @CsvSource({"garaacaa,garaca", "xaaskayga,haskayga", "khatar,qatar", "dhintay,dintay", "kkhata,kqata",
            "ddhexx,deh", "1100aa,1100a", "kxa,kha", "kh,q", "d,d", "𐐨𐐨a,𐐨a"})
    void somaliSoundsAreWrittenInOneWay(String word, String form) {
        assertThat(Spelling.SOMALI.form(word)).isEqualTo(form);
    }

    @Test
    void aTextsWordsAreTheSameInEveryFormOfUnicode() {
        String text = "Åsa sa: ÄR ni öppna? ½ ﬁn café ª µ kl 10";
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(TypedText.words(Normalizer.normalize(text, form)).subList(0, 5))
                    .containsExactly("åsa", "sa", "är", "ni", "öppna");
        }
        assertThat(TypedText.words("ªµ ﬁn")).containsExactly("aμ", "fin");
    }
}
