package se.lotsen.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTests {
    private static final String WHOLE = "EEEE d MMMM yyyy H:mm";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv            | 2026-11-22T08:05 | söndag 22 november 2026 8:05
            sv-x-lattlast | 2026-02-07T16:30 | lördag 7 februari 2026 16:30
            en            | 2027-08-02T00:00 | Monday 2 August 2027 0:00
            fi            | 2026-11-22T08:05 | sunnuntaina 22 marraskuuta 2026 8:05
            fi            | 2026-12-26T23:59 | lauantaina 26 joulukuuta 2026 23:59
            ar-u-nu-latn  | 2026-11-22T08:05 | الأحد 22 نوفمبر 2026 8:05
            ar            | 2026-01-01T12:00 | الخميس 1 يناير 2026 12:00
            so            | 2026-11-23T08:05 | Isniin 23 Noofeembar 2026 8:05
            so            | 2026-01-03T12:00 | Sabti 3 Janaayo 2026 12:00
            """)
    void datesReadAsTheLanguageWritesThem(String tag, LocalDateTime moment, String words) {
        assertThat(DateWords.of(WHOLE, Locale.forLanguageTag(tag)).format(moment)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"sv", "en", "fi", "ar-u-nu-latn", "so"})
    void everyDayOfAYearHasAWordedNameInLatinDigits(String tag) {
        LocalDate first = LocalDate.of(2028, 1, 1);
        for (LocalDate day = first; day.getYear() == 2028; day = day.plusDays(1)) {
            assertThat(DateWords.of("EEEE d MMMM yyyy", Locale.forLanguageTag(tag)).format(day))
                    .matches("\\p{L}+ " + day.getDayOfMonth() + " \\p{L}+ 2028");
        }
    }

    @Test
    void otherPartsOfAPatternStayAsTheyAre() {
        assertThat(DateWords.of("EEEE d. MMMM 'klo' H.mm", Locale.of("fi"))
                .format(LocalDateTime.of(2026, 11, 23, 9, 0)))
                .isEqualTo("maanantaina 23. marraskuuta klo 9.00");
    }
}
