package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

/** Identity numbers as people say them: the date, words, then the last four; or pair by pair. */
class SpokenIdentityNumberTests {
    private static final int NUMBERS = 1_000;

    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final SeededRandom random = new SeededRandom();

    @Test
    void hidesTheDateAndTheLastFourWithWordsBetween() {
        String[] between = {" sista fyra ", " och de fyra sista är ", ", sista siffrorna: ", " streck ",
                " bindestreck ", " och sen ", " sedan ", ". Fyra sista ", " plus ", " (kontrollsiffror "};
        String[] dates = {"yyMMdd", "yyyyMMdd", "yyyy-MM-dd", "yy MM dd"};
        for (int i = 0; i < NUMBERS; i++) {
            IdentityNumberSample sample = IdentityNumberSample.random(random, i % 2 == 0);
            String words = between[i % between.length];
            String date = sample.date(dates[i % dates.length]);
            assertThat(mask.mask("Född " + date + words + sample.lastFour() + ", tack").value())
                    .as("%s%s%s (%s)", date, words, sample.lastFour(), random)
                    .isEqualTo("Född [personnummer], tack");
        }
    }

    /** Ten digits in pairs may begin as a telephone number does. */
    @Test
    void tenDigitsInPairsAreAnIdentityNumberWhenTheyCanBeOne() {
        for (int i = 0; i < NUMBERS; i++) {
            IdentityNumberSample sample = IdentityNumberSample.random(random, i % 2 == 0);
            String pairs = (sample.date("yyMMdd") + sample.lastFour()).replaceAll("(?<=\\G..)(?=.)", " ");
            assertThat(mask.mask("Det är " + pairs + ".").value()).as("%s (%s)", pairs, random)
                    .isEqualTo("Det är [personnummer].");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900101 sista fyra 0017                     | [personnummer]
            900101 sista fyra 0017 och 900161 streck 0014 | [personnummer] och [personnummer]
            BARN 900101 STRECK 0017                    | BARN [personnummer]
            """)
    void hidesThemInSentences(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
        assertThat(mask.mask(masked).value()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900101 sista fyra 0018", "901301 sista fyra 0017", "900101 kostar 0017 kronor",
            "900101 och 0017", "900101 sista fyra 00171", "900101 sista fyra\n0017", "2026-03-02 streck 08",
            "900101 sista dagen i månaden som kommer efter den här är sista fyra siffrorna 0017",
            "1900101 sista fyra 0017", "900101 sista fyra 0017,50"})
    void leavesWhatIsNone(String text) {
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }

    @Test
    void theMunicipalitysOwnNumberInPairsStays() {
        PersonalDataMask own = new PersonalDataMask(new PublicContacts() {
            @Override
            public java.util.Set<String> phones() {
                return java.util.Set.of("08-12 12 12 12");
            }

            @Override
            public java.util.Set<String> emails() {
                return java.util.Set.of();
            }

            @Override
            public java.util.Set<String> emailDomains() {
                return java.util.Set.of();
            }
        });
        assertThat(own.mask("Ring 08 12 12 12 12").value()).isEqualTo("Ring 08 12 12 12 12");
    }
}
