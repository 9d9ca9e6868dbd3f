package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

@Execution(ExecutionMode.CONCURRENT)
class IdentityNumberMaskingTests {
    private static final int NUMBERS_OF_EACH_KIND = 3_000;

    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final SeededRandom random = new SeededRandom();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hidesEveryGeneratedNumberInEveryCommonSpelling(boolean coordination) {
        for (int i = 0; i < NUMBERS_OF_EACH_KIND; i++) {
            assertHidden(IdentityNumberSample.random(random, coordination).commonSpellings());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hidesEveryGeneratedNumberInEveryRareSpelling(boolean coordination) {
        for (int i = 0; i < NUMBERS_OF_EACH_KIND; i++) {
            assertHidden(IdentityNumberSample.random(random, coordination).rareSpellings());
        }
    }

    private void assertHidden(Map<String, String> spellings) {
        spellings.forEach((name, written) -> {
            MaskedText masked = mask.mask("Jag heter Kim, " + written + ", och undrar.");
            assertThat(masked.value()).as("%s: %s (%s)", name, written, random)
                    .isEqualTo("Jag heter Kim, [personnummer], och undrar.");
            assertThat(masked.hidden()).containsExactly(PersonalDataKind.IDENTITY_NUMBER);
        });
    }

    @Test
    void hidesGeneratedNumbersWhateverStandsAround() {
        String[] surroundings = {"%s", "pnr%s", "%sär mitt", "(%s)", "\"%s\"", "Pnr:%s.", "%s?", "1) %s",
                "2 st: %s",
                "barn 1 %s barn 2", "år 2026 %s", "%s 070", "%s/%1$s", "%s %1$s", "%s\n%1$s",
                "https://x.se/%s/a",
                "KS-2026-%s", "%s-1"};
        for (int i = 0; i < 500; i++) {
            Map<String, String> spellings = IdentityNumberSample.random(random, i % 2 == 0).commonSpellings();
            for (String name : new String[]{"twelve digits", "twelve digits, hyphen",
                    "ten digits, official sign"}) {
                for (String surrounding : surroundings) {
                    String text = String.format(surrounding, spellings.get(name));
                    assertThat(mask.mask(text).value()).as("%s (%s)", text, random)
                            .isEqualTo(String.format(surrounding, "[personnummer]"));
                }
            }
        }
    }

    @Test
    void hidesNumbersThatAreSpeltDigitByDigitOrInPairs() {
        for (int i = 0; i < NUMBERS_OF_EACH_KIND; i++) {
            IdentityNumberSample sample = IdentityNumberSample.random(random, i % 2 == 0);
            String digits = sample.date("yyyyMMdd") + sample.lastFour();
            assertThat(mask.mask("Det är " + digits.replaceAll("(?<=.)(?=.)", " ")).value())
                    .as("%s (%s)", digits, random).isEqualTo("Det är [personnummer]");
            assertThat(mask.mask("Det är " + digits.replaceAll("(?<=\\G..)(?=.)", " ") + ".").value())
                    .as("%s (%s)", digits, random).isEqualTo("Det är [personnummer].");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mitt personnummer är 19900101-0017.           | Mitt personnummer är [personnummer].
            900101-0017                                   | [personnummer]
            900161-0014 är ett samordningsnummer          | [personnummer] är ett samordningsnummer
            701063-2391                                   | [personnummer]
            Barnen 900101-0017 och 701063-2391            | Barnen [personnummer] och [personnummer]
            OCR 900101-0017                               | OCR [personnummer]
            Org.nr 900101-0017 (enskild firma)            | Org.nr [personnummer] (enskild firma)
            +900101-0017                                  | +[personnummer]
            """)
    void hidesNumbersInSentences(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900101-0018", "901301-0017", "900132-0010", "900192-0014", "900101-0000",
            "9001010017123",
            "212000-1234", "556016-0680", "5560160680", "16556016-0680", "9001-010017", "17900101-0017",
            "OCR 9001010017",
            "2026-03-02 08.30", "900101-00"})
    void leavesWhatIsNoIdentityNumber(String text) {
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }
}
