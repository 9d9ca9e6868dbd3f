package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class PhoneMaskingTests {
    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final SeededRandom random = new SeededRandom();

    @ParameterizedTest
    @ValueSource(strings = {"070-174 06 05", "070-1740605", "070 174 06 05", "070/174 06 05", "070.174.06.05",
            "070 - 174 06 05", "070–174 06 05", "(070) 174 06 05", "0701 74 06 05", "07 01 74 06 05",
            "070-174-06-05",
            "+46701740605", "+46 70 174 06 05", "+46 (0)70-174 06 05", "+46(0)701740605",
            "(+46) 70 174 06 05",
            "0046 70 174 06 05", "0046701740605", "46701740605", "46 70 174 06 05", "+46-70-174 06 05",
            "+ 46 70 174 06 05",
            "０７０－１７４０６０５", "٠٧٠-١٧٤٠٦٠٥", "070\u00a0174\u00a006\u00a005", "070\u2011174 06 05",
            "070\u200b-174 06\u200b 05",
            "0 70 174 06 05", "0 7 0 1 7 4 0 6 0 5", "08-465 004 00", "08-46 50 04 00", "0980-31 92 00",
            "0980-319200",
            "031-390 06 00", "0980 - 31 92 00", "040-628 04 00", "010-224 10 00", "0752-00 00 00",
            "+358 40 123 4567", "+358401234567", "00358 40 1234567", "+47 412 34 567", "+45 32 12 34 56",
            "+49 (0)171 1234567", "+44 20 7946 0958", "+252 61 1234567", "+963 944 567 890",
            "+1 202-555-0143",
            "+46 70 174 06 0"})
    void hidesNumbersInTheirSpellings(String written) {
        MaskedText masked = mask.mask("Ring mig på " + written + ", tack");
        assertThat(masked.value()).as("%s", mask.mask(written).value())
                .isEqualTo("Ring mig på [telefonnummer], tack");
        assertThat(masked.hidden()).containsExactly(PersonalDataKind.PHONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ring 070-174 06 05 08-465 004 00 i kväll       | Ring [telefonnummer] [telefonnummer] i kväll
            070-1740605/070-1740606                        | [telefonnummer]/[telefonnummer]
            tel:+46701740605;ext=2                         | tel:[telefonnummer];ext=2
            Tfn0701740605                                  | Tfn[telefonnummer]
            (070-174 06 05)                                | ([telefonnummer])
            643 30 Lindåkra 070-174 06 05                  | 643 30 Lindåkra [telefonnummer]
            643 30 070-174 06 05                           | 643 30 [telefonnummer]
            mobil 070-1740605 kl 08.30-16.30               | mobil [telefonnummer] kl 08.30-16.30
            070-174 06 05 eller kim@exempel.se             | [telefonnummer] eller [e-postadress]
            kundnummer 070-174 06 05                       | kundnummer [telefonnummer]
            """)
    void hidesNumbersInSentences(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
    }

    @Test
    void hidesGeneratedMobileNumbersInEverySpelling() {
        List<String> patterns = List.of("0$1$2$3$4", "0$1-$2$3$4", "0$1-$2 $3 $4", "0$1 $2 $3 $4",
                "+46$1$2$3$4",
                "+46 $1 $2 $3 $4", "+46 (0)$1-$2 $3 $4", "0046 $1 $2 $3 $4");
        for (int i = 0; i < 1_000; i++) {
            String national = "7" + random.oneOf(List.of("0", "2", "3", "6", "9")) + random.digits(7);
            for (String pattern : patterns) {
                String written = national.replaceFirst("(..)(...)(..)(..)", pattern);
                MaskedText masked = mask.mask("Jag har " + written + " i dag");
                // Without a gap, one in hundreds is an identity number of somebody born in 2007 or 2003 as well.
                assertThat(masked.value()).as("%s (%s)", written, random)
                        .isIn("Jag har [telefonnummer] i dag", "Jag har [personnummer] i dag");
            }
        }
    }

    @Test
    void hidesGeneratedLandlineNumbers() {
        List<String> areas = List.of("8", "11", "13", "16", "18", "19", "21", "23", "26", "31", "33", "35",
                "36", "40",
                "42", "44", "46", "54", "60", "63", "90", "220", "480", "500", "911", "980");
        for (int i = 0; i < 1_000; i++) {
            String area = random.oneOf(areas);
            String subscriber = random.between(2, 6) + random.digits(8 - area.length() - 1);
            String spaced = subscriber.replaceFirst("(.*)(..)(..)", "$1 $2 $3");
            for (String written : List.of("0" + area + "-" + subscriber, "0" + area + "-" + spaced,
                    "+46 " + area + " " + spaced)) {
                assertThat(mask.mask("Ring " + written + " hem").value()).as("%s (%s)", written, random)
                        .isEqualTo("Ring [telefonnummer] hem");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "1177", "114 14", "113 13", "116 111", "020-50 50 50", "020505050",
            "0771-567 567",
            "+46 771 567 567", "08.30-16.30", "08-12 13-16", "08-12 13.30-16", "05-12-2024", "05.12.24 08.30",
            "08 2026-03-02", "0800-1630",
            "2026-0701740605", "1,0701740605", "46 701 234 567 kr", "+12 500 000 kr", "OCR 0701740605",
            "fakturanummer 0812345678", "SE45 5000 0000 0583 9825 7466", "070-174", "12:0701740605"})
    void leavesWhatIsNobodysPhoneNumber(String text) {
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }
}
