package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.handover.SampleFiles.at;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTests {
    private static final String NIGHT_SHIFT = """
            timeZone: Europe/Stockholm
            calendar: {eves: [], shortenedDays: []}
            defaults: {publicHolidays: usual, eves: usual, shortenedDays: usual, bridgeDays: usual}
            queues:
              - id: natt
                weekly:
                  sat: 22.00-02.30
                  sun: %s
            """;
    private static final OpeningHours SHIPPED = SampleFiles.openingHours();

    /** The table of domain report 3.3, as far as the contact centre is closed all day. */
    @ParameterizedTest
    @CsvSource({
            "2026-11-21T10:00, 2026-11-23T08:00", "2026-12-24T10:00, 2026-12-28T08:00",
            "2026-12-25T10:00, 2026-12-28T08:00", "2026-12-31T10:00, 2027-01-04T08:00",
            "2027-01-01T10:00, 2027-01-04T08:00", "2027-01-06T10:00, 2027-01-07T08:00",
            "2027-03-26T10:00, 2027-03-30T08:00", "2027-03-29T10:00, 2027-03-30T08:00",
            "2027-05-06T10:00, 2027-05-07T08:00", "2027-06-25T10:00, 2027-06-28T08:00",
            "2027-03-28T02:30, 2027-03-30T08:00", "2027-10-31T02:30, 2027-11-01T08:00"})
    void isClosedAndOpensNext(String now, String opening) {
        assertThat(SHIPPED.at("kontaktcenter", at(now).toInstant()))
                .contains(new OpenState(false, null, at(opening)));
    }

    @ParameterizedTest
    @CsvSource({
            "2027-01-05, 2027-01-07T08:00", "2027-03-25, 2027-03-30T08:00", "2027-04-30, 2027-05-03T08:00",
            "2027-11-05, 2027-11-08T08:00"})
    void closesEarlyOnShortenedDays(String date, String opening) {
        assertThat(SHIPPED.at("kontaktcenter", at(date + "T14:59").toInstant()))
                .contains(new OpenState(true, at(date + "T15:00"), null));
        assertThat(SHIPPED.at("kontaktcenter", at(date + "T15:00").toInstant()))
                .contains(new OpenState(false, null, at(opening)));
    }

    @ParameterizedTest
    @CsvSource({"usual, true, 16:30", "until 12.00, true, 12:00", "closed, false,"})
    void leavesBridgeDaysToTheEditors(String rule, boolean open, String closing) {
        OpeningHours hours = SampleFiles.openingHours(SampleFiles.text(OpeningHoursReader.FILE)
                .replaceFirst("(?m)^  bridgeDays: usual", "  bridgeDays: " + rule));

        assertThat(hours.at("kontaktcenter", at("2027-05-07T10:00").toInstant())).contains(open
                ? new OpenState(true, at("2027-05-07T" + closing), null)
                : new OpenState(false, null, at("2027-05-10T08:00")));
        assertThat(hours.isOpen("kontaktcenter", at("2027-05-05T13:00").toInstant())).isTrue();
        assertThat(hours.isOpen("socialjour", at("2027-05-07T15:00").toInstant())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"usual, true, false", "9.00-16.00, true, true", "closed, false, false"})
    void shortensABridgeDayBeforeAHolidayUnlessBridgeDaysHaveTheirOwnHours(String rule, boolean inTheMorning,
            boolean inTheAfternoon) {
        OpeningHours hours = SampleFiles.openingHours(SampleFiles.text(OpeningHoursReader.FILE)
                .replaceFirst("(?m)^  bridgeDays: usual", "  bridgeDays: " + rule));

        assertThat(hours.isOpen("kontaktcenter", at("2026-01-05T10:00").toInstant())).isEqualTo(inTheMorning);
        assertThat(hours.isOpen("kontaktcenter", at("2026-01-05T15:30").toInstant()))
                .isEqualTo(inTheAfternoon);
    }

    @Test
    void countsADayBetweenAnEveAndAWeekendAsABridge() {
        OpeningHours hours = SampleFiles.openingHours(SampleFiles.text(OpeningHoursReader.FILE)
                .replaceFirst("(?m)^  bridgeDays: usual", "  bridgeDays: closed"));

        assertThat(hours.isOpen("kontaktcenter", at("2029-12-28T10:00").toInstant())).isTrue();
        assertThat(hours.isOpen("kontaktcenter", at("2024-12-23T10:00").toInstant())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T23:30, 2026-11-22T02:00", "2026-11-20T14:00, 2026-11-21T02:00",
            "2026-11-23T00:59, 2026-11-23T01:00", "2027-01-06T20:00, 2027-01-07T01:00",
            "2026-12-24T17:00, 2026-12-25T01:00", "2027-03-28T00:30, 2027-03-28T03:00",
            "2027-10-31T01:59, 2027-10-31T02:00"})
    void keepsTheSocialEmergencyLineOpenPastMidnightAndOnHolidays(String now, String closing) {
        assertThat(SHIPPED.at("socialjour", at(now).toInstant()))
                .contains(new OpenState(true, at(closing), null));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T02:00, 2026-11-22T16:00", "2026-11-22T02:30, 2026-11-22T16:00",
            "2026-11-23T01:00, 2026-11-23T16:00", "2027-03-28T03:00, 2027-03-28T16:00",
            "2027-10-31T02:30, 2027-10-31T16:00"})
    void closesTheSocialEmergencyLineInTheSmallHours(String now, String opening) {
        assertThat(SHIPPED.at("socialjour", at(now).toInstant()))
                .contains(new OpenState(false, null, at(opening)));
    }

    @Test
    void closesForLunch() {
        assertThat(SHIPPED.at("utbildning", at("2026-11-23T11:00").toInstant()))
                .contains(new OpenState(true, at("2026-11-23T12:00"), null));
        assertThat(SHIPPED.at("utbildning", at("2026-11-23T12:00").toInstant()))
                .contains(new OpenState(false, null, at("2026-11-23T13:00")));
    }

    @Test
    void neverClosesTheWaterEmergencyLine() {
        assertThat(SHIPPED.at("va-jour", at("2026-12-24T03:00").toInstant()))
                .contains(new OpenState(true, null, null));
    }

    @Test
    void letsDatedExceptionsWinOverEveryRule() {
        OpeningHours hours = SampleFiles.openingHours(SampleFiles.text(OpeningHoursReader.FILE) + """
                  - from: 2026-12-24
                    to: 2026-12-25
                    queues: [kontaktcenter, va-jour]
                    hours: 10.00-11.00
                  - from: 2026-11-24
                    queues: [kontaktcenter]
                    hours: closed
                """);

        assertThat(hours.at("kontaktcenter", at("2026-12-24T10:30").toInstant()))
                .contains(new OpenState(true, at("2026-12-24T11:00"), null));
        assertThat(hours.at("va-jour", at("2026-12-25T12:00").toInstant()))
                .contains(new OpenState(false, null, at("2026-12-26T00:00")));
        assertThat(hours.at("kontaktcenter", at("2026-11-24T10:00").toInstant()))
                .contains(new OpenState(false, null, at("2026-11-25T08:00")));
        assertThat(hours.at("kontaktcenter", at("2026-11-25T10:00").toInstant()))
                .contains(new OpenState(true, at("2026-11-25T16:30"), null));
    }

    @Test
    void letsADayOfTheQueueWinOverItsGroups() {
        assertThat(SHIPPED.isOpen("simhall", at("2027-01-06T12:00").toInstant())).isTrue();
        assertThat(SHIPPED.isOpen("simhall", at("2027-12-25T12:00").toInstant())).isFalse();
        assertThat(SHIPPED.isOpen("simhall", at("2028-12-24T12:00").toInstant())).isFalse();
    }

    @Test
    void countsATimeThatSpringSkipsAsTheMomentOfTheChange() {
        OpeningHours hours = SampleFiles.openingHours(NIGHT_SHIFT.formatted("2.40-2.50, 2.55-5.00"));

        assertThat(hours.at("natt", at("2027-03-28T01:30").toInstant()))
                .contains(new OpenState(true, at("2027-03-28T05:00"), null));
        OpeningHours later = SampleFiles.openingHours(NIGHT_SHIFT.formatted("2.40-2.50, 4.00-5.00"));
        assertThat(later.at("natt", at("2027-03-28T01:30").toInstant()))
                .contains(new OpenState(true, at("2027-03-28T03:00"), null));
        assertThat(later.at("natt", at("2027-03-28T03:00").toInstant()))
                .contains(new OpenState(false, null, at("2027-03-28T04:00")));
    }

    @Test
    void countsATimeThatComesTwiceInAutumnTheFirstTime() {
        OpeningHours hours = SampleFiles.openingHours(NIGHT_SHIFT.formatted("2.45-5.00"));
        OffsetDateTime secondRound = OffsetDateTime.parse("2027-10-31T02:15+01:00");

        assertThat(hours.at("natt", at("2027-10-31T02:15").toInstant()))
                .contains(new OpenState(true, OffsetDateTime.parse("2027-10-31T02:30+02:00"), null));
        assertThat(hours.at("natt", at("2027-10-31T02:30").toInstant()))
                .contains(new OpenState(false, null, OffsetDateTime.parse("2027-10-31T02:45+02:00")));
        assertThat(hours.at("natt", secondRound.toInstant()))
                .contains(new OpenState(true, OffsetDateTime.parse("2027-10-31T05:00+01:00"), null));
    }

    @Test
    void looksNoFurtherThanFourHundredDays() {
        String never = NIGHT_SHIFT.formatted("closed").replace("22.00-02.30", "closed");
        String exception = """
                exceptions:
                  - from: 2028-01-01
                    queues: [natt]
                    hours: 9-10
                """;

        assertThat(SampleFiles.openingHours(never).at("natt", at("2026-11-22T10:00").toInstant()))
                .contains(new OpenState(false, null, null));
        OpeningHours once = SampleFiles.openingHours(never + exception);
        assertThat(once.at("natt", at("2026-11-26T10:00").toInstant()))
                .contains(new OpenState(false, null, null));
        assertThat(once.at("natt", at("2026-11-27T10:00").toInstant()))
                .contains(new OpenState(false, null, at("2028-01-01T09:00")));
    }

    @Test
    void knowsNothingOfAnUnknownQueue() {
        assertThat(SHIPPED.at("okänd", at("2026-11-23T10:00").toInstant())).isEmpty();
        assertThat(SHIPPED.isOpen("okänd", at("2026-11-23T10:00").toInstant())).isFalse();
    }
}
