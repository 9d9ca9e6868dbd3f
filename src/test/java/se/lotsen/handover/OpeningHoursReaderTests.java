package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;

class OpeningHoursReaderTests {
    private static final String SOUND = """
            timeZone: Europe/Stockholm
            calendar:
              eves: [christmas-eve]
              shortenedDays: [walpurgis-night]
            defaults:
              publicHolidays: closed
              eves: closed
              shortenedDays: until 13.00
              bridgeDays: usual
            queues:
              - id: a
                weekly:
                  mon-thu: 9-12
                  fri: 9-11
              - id: b
                weekly:
                  sat-mon: 9-12
                eves: usual
                days:
                  christmas-day: 10-11
            exceptions:
              - from: 2026-12-27
                to: 2026-12-30
                queues: [a]
                hours: closed
                reason: Inventering
            """;

    @Test
    void readsAFileWithoutFaults() {
        EditorsFile.Reading<OpeningHours> reading = OpeningHoursReader.read(SOUND);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value().orElseThrow().queues()).containsExactlyInAnyOrder("a", "b");
        assertThat(reading.value().orElseThrow().isOpen("b", SampleFiles.at("2026-11-22T10:00").toInstant()))
                .as("a range over the end of the week").isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "timeZone: Europe/Stockholm | timeZone: Europe/Lindåkra | 1 | timeZone",
            "[christmas-eve] | [juleafton] | 3 | calendar.eves[1]",
            "[christmas-eve] | [christmas-day] | 3 | calendar.eves[1]",
            "[christmas-eve] | [easter-eve, easter-eve] | 3 | calendar.eves[2]",
            "[walpurgis-night] | [christmas-eve] | 4 | calendar.shortenedDays",
            "until 13.00 | until ett | 8 | defaults.shortenedDays",
            "mon-thu: 9-12 | mon-thu: 9-9 | 13 | queues[1].weekly.mon-thu",
            "fri: 9-11 | thu: 9-11 | 14 | queues[1].weekly.thu",
            "fri: 9-11 | fre: 9-11 | 14 | queues[1].weekly.fre",
            "fri: 9-11 | mon-thu: 9-11 | 14 | queues[1].weekly.mon-thu",
            "sat-mon: 9-12 | sat-sun-mon: 9-12 | 17 | queues[2].weekly.sat-sun-mon",
            "eves: usual | eves: öppet | 18 | queues[2].eves",
            "christmas-day: 10-11 | juldagen: 10-11 | 20 | queues[2].days.juldagen",
            "christmas-day: 10-11 | christmas-day: 10-10 | 20 | queues[2].days.christmas-day",
            "- id: b | - id: B | 15 | queues[2].id",
            "from: 2026-12-27 | from: 2026-12-32 | 22 | exceptions[1].from",
            "from: 2026-12-27 | from: +999999999-12-31 | 22 | exceptions[1].from",
            "from: 2026-12-27 | from: 27 december | 22 | exceptions[1].from",
            "to: 2026-12-30 | to: 2026-12-26 | 23 | exceptions[1].to",
            "to: 2026-12-30 | to: 2062-12-30 | 23 | exceptions[1].to",
            "queues: [a] | queues: [a, a] | 24 | exceptions[1].queues[2]",
            "hours: closed | hours: stängt | 25 | exceptions[1].hours"})
    void reportsAnInvalidValueWithItsLine(String sound, String broken, int line, String field) {
        assertThat(faults(sound, broken))
                .containsExactly(Finding.of("opening-hours.yaml", line, Code.INVALID_VALUE, field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "timeZone: Europe/Stockholm | timeZone: '' | 1 | timeZone",
            "eves: [christmas-eve] | {} | 2 | calendar.eves",
            "  bridgeDays: usual | | 5 | defaults.bridgeDays",
            "- id: b | - id: | 15 | queues[2].id",
            "fri: 9-11 | fri: | 14 | queues[1].weekly.fri",
            "queues: [a] | queues: [] | 24 | exceptions[1].queues",
            "    hours: closed | | 22 | exceptions[1].hours"})
    void reportsAMissingValueWithItsLine(String sound, String broken, int line, String field) {
        String without = broken == null || broken.equals("{}") ? "" : broken;

        assertThat(faults(sound, without))
                .containsExactly(Finding.of("opening-hours.yaml", line, Code.MISSING_FIELD, field));
    }

    @Test
    void reportsAnUnknownFieldWithItsLine() {
        assertThat(faults("reason:", "anledning:"))
                .containsExactly(Finding.of("opening-hours.yaml", 26, Code.UNKNOWN_FIELD, "anledning"));
    }

    @Test
    void reportsARepeatedIdWithBothLines() {
        assertThat(faults("- id: b", "- id: a")).containsExactly(
                Finding.of("opening-hours.yaml", 15, Code.DUPLICATE_ID, "a", "opening-hours.yaml:11"));
    }

    @Test
    void reportsABrokenFileOnce() {
        assertThat(faults("    weekly:\n      mon-thu", "    weekly:\n   mon-thu"))
                .containsExactly(Finding.of("opening-hours.yaml", 13, Code.BROKEN_YAML));
    }

    @Test
    void reportsEverythingThatIsMissingFromAnEmptyFile() {
        assertThat(OpeningHoursReader.read("{}").findings()).extracting(Finding::arguments).containsExactly(
                List.of("calendar.eves"), List.of("calendar.shortenedDays"), List.of("defaults"),
                List.of("queues"), List.of("timeZone"));
    }

    @Test
    void leavesOutAnExceptionForAQueueThatDoesNotExist() {
        EditorsFile.Reading<OpeningHours> reading = OpeningHoursReader
                .read(SOUND.replace("queues: [a]", "queues: [a, c]"));

        assertThat(reading.findings())
                .containsExactly(Finding.of("opening-hours.yaml", 24, Code.UNKNOWN_REFERENCE, "c"));
        assertThat(reading.value().orElseThrow().isOpen("a", SampleFiles.at("2026-12-28T10:00").toInstant()))
                .isFalse();
    }

    private static List<Finding> faults(String sound, String broken) {
        assertThat(SOUND).contains(sound);
        EditorsFile.Reading<OpeningHours> reading = OpeningHoursReader.read(SOUND.replace(sound, broken));
        assertThat(reading.value()).isEmpty();
        return reading.findings();
    }
}
