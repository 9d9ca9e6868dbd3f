package se.lotsen.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class LanguageIdentifierTests {
    private static final LanguageIdentifier IDENTIFIER = new LanguageIdentifier(
            List.of("sv", "en", "fi", "ar", "so"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vad kostar förskolan | sv
            sop tömning | sv
            när öppnar tippen på lördag | sv
            hur lang tid tar bygglov | sv
            parkering | sv
            bibblan | sv
            AR DET OPPET PA NYARSAFTON | sv
            How do I apply for preschool? | en
            when is my rubbish collected | en
            can i talk to a person | en
            Miten haen päiväkotipaikkaa? | fi
            milloin roskat haetaan | fi
            Haluan asioida suomeksi | fi
            كيف أسجل طفلي في روضة الأطفال؟ | ar
            أريد التحدث مع موظف | ar
            Sideen ugu codsadaa xannaanada carruurta? | so
            Goorma ayaa qashinka la qaadaa? | so
            Коли вивозять сміття? | und
            """)
    void tellsTheLanguageOfAShortQuestion(String text, String language) {
        assertThat(IDENTIFIER.identify(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "112", "ok", "va", "!!!", "😀", "a1b2"})
    void aTextThatSaysNothingIsTakenForTheHomeLanguage(String text) {
        assertThat(IDENTIFIER.identify(text)).isEqualTo("sv");
    }

    @Test
    void aSwedishNameInAForeignSentenceChangesNothing() {
        assertThat(IDENTIFIER.identify("where is the library in Lindåkra")).isEqualTo("en");
    }

    @Test
    void onlyConfiguredLanguagesAreNamed() {
        LanguageIdentifier two = new LanguageIdentifier(List.of("sv", "fi"));
        assertThat(two.identify("How do I apply for preschool?")).isIn("sv", "fi");
        assertThat(two.identify("كيف أسجل طفلي في روضة الأطفال؟")).isEqualTo("und");
    }

    @Test
    void refusesALanguageThatItCannotTellApart() {
        assertThatThrownBy(() -> new LanguageIdentifier(List.of("sv", "tlh")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("lotsen.languages");
    }

    @Test
    void anyTextAtAllHasAnAnswer() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 300; i++) {
            assertThat(IDENTIFIER.identify(texts.anything(200))).as(random.toString())
                    .isIn("sv", "en", "fi", "ar", "so", "und");
        }
    }
}
