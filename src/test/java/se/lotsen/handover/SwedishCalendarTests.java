package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwedishCalendarTests {
    private final SwedishCalendar calendar = new SwedishCalendar();

    @Test
    void agreesWithHolidaysComputedByHandForElevenYears() {
        MinuteByMinute plain = new MinuteByMinute();

        for (LocalDate date = LocalDate.of(2025, 1, 1); date.getYear() < 2036; date = date.plusDays(1)) {
            assertThat(calendar.isPublicHoliday(date)).as("%s", date)
                    .isEqualTo(plain.holidays().contains(date));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-06-19, MIDSUMMER_EVE", "2027-06-25, MIDSUMMER_EVE", "2026-12-24, CHRISTMAS_EVE",
            "2026-12-31, NEW_YEARS_EVE", "2027-03-27, EASTER_EVE", "2027-03-25, MAUNDY_THURSDAY",
            "2027-01-05, TWELFTH_NIGHT", "2027-04-30, WALPURGIS_NIGHT", "2027-11-05, ALL_SAINTS_EVE",
            "2027-05-05, ASCENSION_EVE", "2027-05-15, PENTECOST_EVE", "2027-06-05, NATIONAL_DAY_EVE"})
    void namesTheDaysBeforeHolidays(LocalDate date, NamedDay name) {
        assertThat(calendar.names(date)).containsExactly(name);
        assertThat(calendar.isPublicHoliday(date)).isFalse();
        assertThat(name.publicHoliday()).isFalse();
    }

    @Test
    void givesADateBothItsNames() {
        assertThat(calendar.names(LocalDate.of(2033, 6, 5))).containsExactlyInAnyOrder(NamedDay.PENTECOST,
                NamedDay.NATIONAL_DAY_EVE);
    }

    @Test
    void findsEveryNameInEveryYear() {
        for (int year = 2025; year < 2036; year++) {
            int found = 0;
            for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
                found += calendar.names(date).size();
            }
            assertThat(found).as("%s", year).isEqualTo(NamedDay.values().length);
        }
    }
}
