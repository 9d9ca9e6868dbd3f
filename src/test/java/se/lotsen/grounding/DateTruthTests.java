package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.grounding.DateNote.Relation;
import se.lotsen.knowledge.Audience;
import se.lotsen.knowledge.PageMetadata;
import se.lotsen.knowledge.Passage;

class DateTruthTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static DateTruth at(String localTime) {
        return new DateTruth(
                Clock.fixed(java.time.LocalDateTime.parse(localTime).atZone(STOCKHOLM).toInstant(),
                        ZoneOffset.UTC));
    }

    private static DateTruth on(LocalDate day) {
        return at(day + "T12:00");
    }

    private static PageMetadata page(String from, String to, String reviewBy) {
        return new PageMetadata("sida", "Sida", "https://a.example/", "a", "b", List.of(Audience.RESIDENTS),
                LocalDate.of(2025, 1, 1), LocalDate.parse(reviewBy),
                from.isEmpty() ? null : LocalDate.parse(from),
                to.isEmpty() ? null : LocalDate.parse(to), null, "c", "d", List.of("e"), List.of("f"), "sv",
                null);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00, '', '', 2027-01-01, CURRENT",
            "2026-11-23T12:00, '', '', 2026-11-23, CURRENT",
            "2026-11-23T12:00, '', '', 2026-11-22, REVIEW_OVERDUE",
            "2026-11-23T12:00, 2026-11-23, 2026-11-23, 2027-01-01, CURRENT",
            "2026-11-23T12:00, 2026-11-24, '', 2027-01-01, NOT_YET_VALID",
            "2026-11-23T23:59, 2026-11-24, '', 2027-01-01, NOT_YET_VALID",
            "2026-11-24T00:00, 2026-11-24, '', 2027-01-01, CURRENT",
            "2026-11-23T23:59, '', 2026-11-23, 2027-01-01, CURRENT",
            "2026-11-24T00:00, '', 2026-11-23, 2027-01-01, EXPIRED",
            "2026-11-24T12:00, '', 2026-11-23, 2026-01-01, EXPIRED",
            "2026-11-24T12:00, 2026-12-01, '', 2026-01-01, NOT_YET_VALID"})
    void aPageStandsByItsFrontMatter(String now, String from, String to, String reviewBy,
            PageStanding standing) {
        assertThat(at(now).standing(page(from, to, reviewBy))).isEqualTo(standing);
        assertThat(standing.mayAnswer()).isEqualTo(standing == PageStanding.CURRENT);
    }

    /** Summer time: Swedish midnight is 22 UTC in June and 23 UTC in November. */
    @ParameterizedTest
    @CsvSource({"2026-06-14T21:59:59Z, 2026-06-14", "2026-06-14T22:00:00Z, 2026-06-15",
            "2026-11-23T22:59:59Z, 2026-11-23", "2026-11-23T23:00:00Z, 2026-11-24",
            "2026-12-31T23:00:00Z, 2027-01-01", "2028-02-28T23:00:00Z, 2028-02-29"})
    void theDayIsSwedish(Instant now, LocalDate today) {
        assertThat(new DateTruth(Clock.fixed(now, ZoneOffset.UTC)).today()).isEqualTo(today);
    }

    /** Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991), independent of the product's. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    /** Lag (1989:253) om allmänna helgdagar, and the eves by custom. */
    private static Map<String, LocalDate> namedDays(int year) {
        LocalDate easter = easter(year);
        LocalDate midsummer = LocalDate.of(year, 6, 20)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        LocalDate allSaints = LocalDate.of(year, 10, 31)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("nyårsdagen", LocalDate.of(year, 1, 1));
        days.put("trettondagsafton", LocalDate.of(year, 1, 5));
        days.put("trettondagen", LocalDate.of(year, 1, 6));
        days.put("skärtorsdagen", easter.minusDays(3));
        days.put("långfredagen", easter.minusDays(2));
        days.put("påskafton", easter.minusDays(1));
        days.put("påskdagen", easter);
        days.put("annandag påsk", easter.plusDays(1));
        days.put("valborg", LocalDate.of(year, 4, 30));
        days.put("första maj", LocalDate.of(year, 5, 1));
        days.put("kristi himmelsfärdsdag", easter.plusDays(39));
        days.put("pingstafton", easter.plusDays(48));
        days.put("pingstdagen", easter.plusDays(49));
        days.put("nationaldagen", LocalDate.of(year, 6, 6));
        days.put("midsommarafton", midsummer.minusDays(1));
        days.put("midsommardagen", midsummer);
        days.put("allhelgonaafton", allSaints.minusDays(1));
        days.put("alla helgons dag", allSaints);
        days.put("julafton", LocalDate.of(year, 12, 24));
        days.put("juldagen", LocalDate.of(year, 12, 25));
        days.put("annandag jul", LocalDate.of(year, 12, 26));
        days.put("nyårsafton", LocalDate.of(year, 12, 31));
        return days;
    }

    @ParameterizedTest
    @MethodSource("years")
    void everyNamedDayOfTheYearIsFound(int year) {
        namedDays(year).forEach((name, day) -> {
            for (LocalDate asked : List.of(day, day.minusDays(1), day.minusDays(40), day.minusDays(364))) {
                LocalDate expected = Stream.of(year - 1, year).map(one -> namedDays(one).get(name))
                        .filter(one -> !one.isBefore(asked)).findFirst().orElseThrow();
                AskedTime time = on(asked).askedTime("Har ni öppet på " + name + "?").orElseThrow();
                assertThat(time.dates()).as("%s asked on %s", name, asked).containsExactly(expected);
                assertThat(time.holidays()).as(name).isNotEmpty();
            }
        });
    }

    static IntStream years() {
        return IntStream.rangeClosed(2025, 2036);
    }

    /** Written-out table; 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-11-23|är ni öppna idag|2026-11-23|2026-11-23",
            "2026-11-23|är det öppet i dag?|2026-11-23|2026-11-23",
            "2026-11-23|öppet ikväll|2026-11-23|2026-11-23", "2026-11-23|öppet i kväll|2026-11-23|2026-11-23",
            "2026-11-23|öppet nu|2026-11-23|2026-11-23",
            "2026-11-23|har ni öppet just nu?|2026-11-23|2026-11-23",
            "2026-11-23|öppet imorgon|2026-11-24|2026-11-24",
            "2026-12-31|öppet i morgon?|2027-01-01|2027-01-01",
            "2026-11-23|öppet i övermorgon|2026-11-25|2026-11-25",
            "2026-11-23|hämtades soporna igår|2026-11-22|2026-11-22",
            "2026-11-23|öppet i helgen|2026-11-28|2026-11-29",
            "2026-11-27|öppet i helgen|2026-11-28|2026-11-29",
            "2026-11-28|öppet i helgen|2026-11-28|2026-11-29",
            "2026-11-29|öppet i helgen|2026-11-29|2026-11-29",
            "2026-11-23|öppet nästa helg|2026-12-05|2026-12-06",
            "2026-11-23|öppet på lördag|2026-11-28|2026-11-28",
            "2026-11-28|öppet på lördag|2026-12-05|2026-12-05",
            "2026-11-28|öppet lördag|2026-11-28|2026-11-28",
            "2026-11-23|öppet på måndag|2026-11-30|2026-11-30",
            "2026-11-24|öppet på måndag|2026-11-30|2026-11-30",
            "2026-11-23|öppet nästa fredag|2026-12-04|2026-12-04",
            "2026-11-23|öppet på fredag|2026-11-27|2026-11-27",
            "2026-11-23|var det öppet i lördags|2026-11-21|2026-11-21",
            "2026-11-23|denna vecka|2026-11-23|2026-11-29",
            "2026-11-23|öppet nästa vecka|2026-11-30|2026-12-06",
            "2026-11-23|öppet den 3 mars|2027-03-03|2027-03-03",
            "2026-11-23|öppet 23 november|2026-11-23|2026-11-23",
            "2026-11-23|öppet 24/12|2026-12-24|2026-12-24",
            "2026-11-23|öppet 2026-12-24|2026-12-24|2026-12-24",
            "2026-11-23|öppet den tredje mars|2027-03-03|2027-03-03",
            "2026-11-23|öppet 3 mars 2026|2026-03-03|2026-03-03",
            "2026-11-23|öppet 29 februari|2028-02-29|2028-02-29",
            "2026-11-23|öppet i påsk|2027-03-26|2027-03-29", "2027-03-27|öppet i påsk|2027-03-27|2027-03-29",
            "2026-11-23|öppet i jul|2026-12-24|2026-12-26", "2026-12-25|öppet i jul|2026-12-25|2026-12-26",
            "2026-11-23|öppet på nyår|2026-12-31|2027-01-01",
            "2027-01-01|öppet på nyår|2027-01-01|2027-01-01",
            "2026-11-23|simma midsommar|2027-06-25|2027-06-26",
            "2026-11-23|är ni öppna på lördag den 26 december|2026-12-26|2026-12-26",
            "2026-11-23|ÄR NI ÖPPNA IDAG?|2026-11-23|2026-11-23",
            "2026-11-23|öppet pa\u200B julafton|2026-12-24|2026-12-24"})
    void theDayThatAQuestionMeansIsComputed(LocalDate today, String question, LocalDate from, LocalDate to) {
        AskedTime time = on(today).askedTime(question).orElseThrow();
        assertThat(time.from()).isEqualTo(from);
        assertThat(time.to()).isEqualTo(to);
    }

    /** Every weekday asked about on every day of a fortnight. */
    @Test
    void everyWeekdayIsTheNextOne() {
        List<String> names = List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag");
        for (int offset = 0; offset < 14; offset++) {
            LocalDate today = LocalDate.of(2026, 12, 24).plusDays(offset);
            for (int day = 0; day < 7; day++) {
                int ahead = Math.floorMod(day - (today.getDayOfWeek().getValue() - 1), 7);
                LocalDate expected = today.plusDays(ahead == 0 ? 7 : ahead);
                assertThat(
                        on(today).askedTime("har ni öppet på " + names.get(day) + "?").map(AskedTime::from))
                        .as("%s asked on %s", names.get(day), today).isEqualTo(Optional.of(expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vad kostar simhallen", "öppet på lördagar", "hur anmäler jag idrott", "nutid",
            "jullov",
            "öppet alla helger", "", "30 februari", "dagis", "imorgonbitti-kaffe"})
    void aQuestionWithoutADayNamesNone(String question) {
        assertThat(at("2026-11-23T12:00").askedTime(question)).isEmpty();
    }

    @Test
    void nowIsTheMomentAndTodayIsTheDay() {
        assertThat(at("2026-11-23T12:00").askedTime("öppet nu").orElseThrow().now()).isTrue();
        assertThat(at("2026-11-23T12:00").askedTime("öppet idag").orElseThrow().now()).isFalse();
        assertThat(at("2026-12-24T12:00").askedTime("öppet idag").orElseThrow().holidays())
                .containsExactly("julafton");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "2026-11-23|Ansök senast den 15 februari 2026.|PASSED|Den 15 februari 2026 har redan passerat.",
            "2026-11-23|Ansök senast den 23 november.|TODAY|Den 23 november är i dag.",
            "2026-11-23|Ansök senast den 24 november.|TOMORROW|Den 24 november är i morgon.",
            "2026-12-31|Avgiften gäller från den 1 januari.|TOMORROW|Den 1 januari är i morgon.",
            "2026-12-31|Det gäller från den 1 januari 2027.|TOMORROW|Den 1 januari är i morgon.",
            "2026-11-23|Ansök senast den 31 mars.|-|-", "2026-11-23|Ansök senast den 15 februari 2027.|-|-",
            "2027-01-20|Sök till gymnasiet 15 januari–1 februari 2027.|ONGOING|Perioden 15 januari–1 februari 2027 pågår nu.",
            "2027-02-02|Sök till gymnasiet 15 januari–1 februari 2027.|PASSED|Den 1 februari 2027 har redan passerat.",
            "2027-02-01|Sök till gymnasiet 15 januari–1 februari 2027.|TODAY|Den 1 februari är i dag.",
            "2027-01-14|Sök till gymnasiet 15 januari–1 februari 2027.|TOMORROW|Den 15 januari är i morgon.",
            "2027-01-01|Sök till gymnasiet 15 januari–1 februari 2027.|-|-",
            "2027-01-03|Jullov: 19 december 2026–10 januari 2027|ONGOING|Perioden 19 december 2026–10 januari 2027 pågår nu.",
            "2026-11-23|Redogörelsen uppdaterades i oktober 2026.|-|-",
            "2026-11-23|Sedan den 1 december 2025 behövs inget bygglov.|-|-",
            "2026-11-23|Du kan söka till oktober 2026.|PASSED|Oktober 2026 har redan passerat.",
            "2026-11-23|Det gäller till november 2026.|-|-",
            "2026-11-23|Stängt 24–26 december 2025.|PASSED|Den 26 december 2025 har redan passerat.",
            "2026-11-23|Det kostar 80 kronor.|-|-", "2026-11-23|Ansök senast den 30 februari 2026.|-|-"})
    void datesThatHavePassedOrAreNearGetANote(LocalDate today, String sentence, Relation relation,
            String text) {
        List<DateNote> notes = on(today).notes(sentence);
        if (relation == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).extracting(DateNote::relation).containsExactly(relation);
            assertThat(notes).extracting(DateNote::text).containsExactly(text);
        }
    }

    @Test
    void todayIsSaidInWords() {
        assertThat(at("2026-11-23T12:00").todayNote()).isEqualTo("I dag är det måndag 23 november.");
    }

    @Test
    void theRowOfTheDayIsFoundUnlessTheDayIsSpecial() {
        Passage hours = aPassage("tippen")
                .table("Måndag: 10.00–19.00", "Tisdag–torsdag: 9.00–18.00", "Lördag: stängt")
                .paragraph("Vi har öppet måndag–lördag 9.00–18.00.").build();
        DateTruth truth = at("2026-11-23T12:00");
        assertThat(truth.hoursOf(LocalDate.of(2026, 11, 23), hours)).contains(hours.statements().get(0));
        assertThat(truth.hoursOf(LocalDate.of(2026, 11, 25), hours)).contains(hours.statements().get(1));
        assertThat(truth.hoursOf(LocalDate.of(2026, 11, 28), hours)).contains(hours.statements().get(2));
        assertThat(truth.hoursOf(LocalDate.of(2026, 11, 29), hours)).isEmpty();
        assertThat(truth.hoursOf(LocalDate.of(2026, 12, 24), hours)).isEmpty();
        assertThat(truth.hoursOf(LocalDate.of(2027, 1, 6), hours)).isEmpty();
    }
}
