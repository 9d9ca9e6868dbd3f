package se.lotsen.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.lotsen.insight.InsightTextForTests.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.LinkedMultiValueMap;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.HandoverReason;

/** How sums become shares, charts, lines of a file and things to do. */
class InsightFiguresTests {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Period MONTH = new Period(LocalDate.parse("2026-11-01"), DAY);
    private final List<Total> totals = new ArrayList<>();

    private void asked(AnswerOutcome outcome, String language, String owner, long amount) {
        totals.add(new Total(DAY, Measure.QUESTIONS, language, owner, outcome.name(), amount));
    }

    private Tally tally() {
        return Tally.of(totals, Filter.ALL);
    }

    @Test
    void aShareHasItsExactInterval() {
        Share share = Share.of(8, 10);
        assertThat(share.value()).isEqualTo(0.8);
        // Clopper and Pearson's table: 8 of 10 at 95 %.
        assertThat(share.low()).isEqualTo(0.4439, within(0.0001));
        assertThat(share.high()).isEqualTo(0.9748, within(0.0001));
        assertThat(Share.of(0, 0).isKnown()).isFalse();
        assertThat(TEXT.detail(share)).isEqualTo("8 av 10; säkert mellan 44 och 97\u00a0%");
        assertThat(TEXT.value(Share.of(0, 0))).isEqualTo("–");
    }

    @Test
    void greetingsAskNothingAndAPersonWhoIsAskedForIsNoGap() {
        asked(AnswerOutcome.ANSWERED, "sv", "Skola", 6);
        asked(AnswerOutcome.GREETED, "sv", "", 10);
        asked(AnswerOutcome.PERSON_ASKED_FOR, "sv", "", 2);
        asked(AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE, "sv", "Skola", 2);
        assertThat(tally().answeredShare()).isEqualTo(Share.of(6, 10));
        assertThat(tally().unansweredShare()).isEqualTo(Share.of(2, 10));
    }

    @Test
    void nineOfTenAreToldByTheStepThatHoldsThem() {
        assertThat(Figures.nine(List.of(9L, 0L, 1L, 0L, 0L, 0L, 0L))).contains(30L);
        assertThat(Figures.nine(List.of(8L, 0L, 2L, 0L, 0L, 0L, 0L))).contains(120L);
        assertThat(Figures.nine(List.of(0L, 0L, 0L, 0L, 0L, 0L, 3L))).isEmpty();
    }

    @Test
    void aDrawingSaysItsNameAndWhatItShowsAndNobodysMarkup() {
        asked(AnswerOutcome.ANSWERED, "sv", "<b>Skola & fritid</b>", 6);
        asked(AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, "ar", "", 4);
        Coverage coverage = Coverage.of(List.of(), List.of(), tally(), DAY);
        for (Chart chart : List.of(new DividedCharts(TEXT).departments(coverage),
                new DividedCharts(TEXT).languages(tally()), new Charts(TEXT).overTime(tally(), MONTH),
                new Charts(TEXT).shares(tally()), new Charts(TEXT).endings(tally()))) {
            assertThat(chart.svg()).as(chart.id())
                    .contains("role=\"img\" aria-labelledby=\"%1$s-t %1$s-d\"".formatted(chart.id()),
                            "<title id=\"%s-t\">%s</title>".formatted(chart.id(), chart.title()),
                            "<desc id=\"%s-d\">".formatted(chart.id()))
                    .doesNotContain("<b>", "style=");
            assertThat(chart.summary()).isNotBlank();
            assertThat(chart.table().rows()).isNotEmpty()
                    .allMatch(row -> row.size() == chart.table().headings().size());
        }
    }

    @Test
    void everyDayOfAMonthAndEveryWeekOfAYearHasItsRow() {
        assertThat(MONTH.steps()).hasSize(24);
        Period year = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
        assertThat(year.steps()).hasSize(53);
        assertThat(year.steps().getLast().to()).isEqualTo("2026-12-31");
        assertThat(year.steps().stream().mapToInt(Period::days).sum()).isEqualTo(365);
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasureHasItsWords(Measure measure) {
        assertThat(TEXT.say("measure." + measure)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyEndingHasItsWords(AnswerKind kind) {
        assertThat(TEXT.say("kind." + kind)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(HandoverReason reason) {
        assertThat(TEXT.say("reason." + reason)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureOfAnAreaIsKnownAndSomethingIsToBeDone(Area area) {
        List<String> known = new Figures(TEXT).of(tally()).stream().map(Figure::id).toList();
        assertThat(known).containsAll(area.figures());
        assertThat(new Advisor(TEXT).of(area, tally(), tally(),
                Coverage.of(List.of(), List.of(), tally(), DAY)))
                .containsExactly(new Advice("Inget sticker ut den här månaden.", ""));
    }

    @Test
    void theMostUnansweredDepartmentIsNamedAndAFallThatChanceDoesNotExplain() {
        asked(AnswerOutcome.ANSWERED, "sv", "Skola", 90);
        asked(AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, "sv", "Skola", 10);
        Tally before = tally();
        totals.clear();
        asked(AnswerOutcome.ANSWERED, "sv", "Skola", 50);
        asked(AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE, "sv", "Skola", 30);
        asked(AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, "sv", "", 20);
        Coverage coverage = Coverage.of(List.of(), List.of(), tally(), DAY);
        assertThat(new Advisor(TEXT).of(Area.EFFICIENCY, tally(), before, coverage))
                .extracting(Advice::text).singleElement().asString().contains("sjunkit från 90", "till 50");
        assertThat(new Advisor(TEXT).of(Area.DEVELOPMENT, tally(), before, coverage))
                .extracting(Advice::text).anyMatch(text -> text.startsWith("Skola har flest"))
                .anyMatch(text -> text.startsWith("20 frågor fick inget svar"));
    }

    @Test
    void aFileDoesNotTellSmallPartsNorLetsThemBeReckoned() {
        asked(AnswerOutcome.ANSWERED, "sv", "Skola", 10);
        asked(AnswerOutcome.ANSWERED, "en", "Skola", 5);
        asked(AnswerOutcome.ANSWERED, "fi", "Skola", 2);
        totals.add(new Total(DAY, Measure.ACCEPTED, "", "", "bygg", 2));
        totals.add(new Total(DAY, Measure.WAIT_SECONDS, "", "", "bygg", 77));
        String file = new InsightCsv(TEXT).of(MONTH, Filter.ALL, tally());
        assertThat(file).contains("\"Allt\";\"\";\"\";\"17\"", "\"Språk\";\"sv\";\"svenska\";\"10\"",
                "\"Språk\";\"en\";\"engelska\";\"visas inte\"",
                "\"Språk\";\"fi\";\"finska\";\"färre än 3\"",
                "\"Förvaltning\";\"Skola\";\"Skola\";\"17\"").doesNotContain("\"77\"");
        Filter finnish = new Filter("fi", "");
        assertThat(new InsightCsv(TEXT).of(MONTH, finnish, Tally.of(totals, finnish)))
                .contains("\"fi\";\"\";\"Frågor (hälsningar inräknade)\";\"Allt\";\"\";\"\";\"färre än 3\"")
                .doesNotContain("\"2\"", "Mottagna");
    }

    @Test
    void whatWasTypedIsKeptWithWhatIsWrongAboutIt() {
        LinkedMultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        assertThat(InsightForm.of(asked).period(DAY)).isEqualTo(Period.last(30, DAY));
        asked.set("dagar", "7");
        assertThat(InsightForm.of(asked).period(DAY)).isEqualTo(Period.last(7, DAY));
        asked.set("fran", "2026-13-01");
        asked.set("till", "2026-11-02");
        InsightForm form = InsightForm.of(asked);
        assertThat(form.faults()).containsOnlyKeys("fran");
        assertThat(form.from()).isEqualTo("2026-13-01");
        assertThat(form.period(DAY)).isEqualTo(Period.last(30, DAY));
        asked.set("fran", "2024-11-01");
        assertThat(InsightForm.of(asked).faults()).containsEntry("fran", "insight.fault.long");
        assertThat(InsightForm.month("2026-99", DAY)).isEqualTo(java.time.YearMonth.of(2026, 10));
    }
}
