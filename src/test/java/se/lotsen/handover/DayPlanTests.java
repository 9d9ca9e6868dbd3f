package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayPlanTests {

    @ParameterizedTest
    @CsvSource({"8.00-16.30, 480, 990", "08:00–16:30, 480, 990", "9 - 12, 540, 720", "16.00-01.00, 960, 1500",
            "0.00-24.00, 0, 1440", "22.00-0.00, 1320, 1440", "23.59-23.58, 1439, 2878"})
    void readsTimes(String text, int from, int to) {
        assertThat(DayPlan.times(text)).contains(List.of(new Interval(from, to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8.00", "8.00-", "-16.00", "8.00-8.00", "24.00-1.00", "8.60-9.00",
            "25.00-26.00",
            "8.00-24.01", "8.00-16.30,", "9.00-12.00, 11.00-13.00", "13.00-15.00, 9.00-12.00",
            "16.00-01.00, 18.00-19.00", "usual", "öppet", "8.00 16.30", "8.5-9.0", "1000.00-12.00"})
    void refusesWhatIsNoHoursOfADay(String text) {
        assertThat(DayPlan.times(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"until", "until noon", "until 25.00", "Usual", "always",
            "until 9.00, 10.00-11.00"})
    void refusesUnknownRules(String text) {
        assertThat(DayPlan.parse(text)).isEmpty();
    }

    @Test
    void cutsTheUsualHoursAtATime() {
        List<Interval> lunch = DayPlan.times("9-12, 13-15, 20-2").orElseThrow();

        assertThat(DayPlan.parse("until 14.00").orElseThrow().hours(lunch))
                .isEqualTo(DayPlan.times("9-12, 13-14").orElseThrow());
        assertThat(DayPlan.parse("until 24.00").orElseThrow().hours(lunch))
                .isEqualTo(DayPlan.times("9-12, 13-15, 20-24").orElseThrow());
        assertThat(DayPlan.parse("until 9.00").orElseThrow().hours(lunch)).isEmpty();
    }

    @Test
    void replacesOrKeepsTheUsualHours() {
        List<Interval> weekly = DayPlan.times("9-12").orElseThrow();

        assertThat(DayPlan.parse("usual").orElseThrow().hours(weekly)).isEqualTo(weekly);
        assertThat(DayPlan.parse("closed").orElseThrow().hours(weekly)).isEmpty();
        assertThat(DayPlan.parse("10-11").orElseThrow().hours(weekly))
                .containsExactly(new Interval(600, 660));
    }
}
