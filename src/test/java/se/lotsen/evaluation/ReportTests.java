package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static se.lotsen.evaluation.GradedRows.graded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.ConfidenceCharts.Judged;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

class ReportTests {
    private static final String HOSTILE = "</td><script>alert('x')</script><img src=\"https://ont.example/x\" "
            + "onerror=alert(1)> & [[${1+1}]] ${T(java.lang.Runtime)}";

    @TempDir
    Path folder;

    @Test
    void theReportOnQuestionsHoldsEveryPart() {
        String html = questions();
        assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"sv\">",
                "Mätning av svaren: hand.tsv",
                "Rätt sida först", "Slag av svar", "Största avståndet till svenska", "Risk och täckning",
                "Håller säkerheten vad den lovar?", "Sidor som förväxlas", "Att arbeta med",
                "nödläge", "scope=\"col\"", "scope=\"row\"", "<caption>", "50kronor")
                .doesNotContain(" th:", "${report", "{0}");
        assertThat(html).containsPattern("<polyline [^>]*points=\"[0-9., ]+\"")
                .containsPattern("<rect [^>]*width=\"270.0\"");
    }

    /** Every drawing has a name and a description that exist, and its numbers beside it. */
    @Test
    void drawingsAreNamedAndDescribed() {
        String html = questions();
        List<String> names = Pattern.compile("<svg [^>]*aria-labelledby=\"([^\"]+)\"").matcher(html).results()
                .map(match -> match.group(1)).toList();
        assertThat(names).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        for (String name : names) {
            for (String id : name.split(" ")) {
                assertThat(html).containsOnlyOnce("id=\"" + id + "\"");
            }
        }
        assertThat(html.split("<svg ", -1).length).isEqualTo(html.split("<details>", -1).length);
    }

    @Test
    void nothingIsFetchedAndNothingRuns() {
        assertThat(questions().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainIgnoringCase("<script").doesNotContain("http:", "https:", " src=", " href=",
                        "url(");
    }

    @Test
    void hostileQuestionsAndAnswersStayText() {
        QuestionRow row = new QuestionRow("<b>", "sv<i>", Set.of(AnswerKind.ANSWERED), Set.of("<a>"), HOSTILE,
                List.of("<fact>"));
        Graded graded = new Graded(row,
                GradedRows.answer(HOSTILE, "sv<i>", AnswerKind.ANSWERED, "<page>", HOSTILE, 0.5));
        String html = ReportPage.html(QuestionReport.of(QuestionEvaluation.figures("<u>.tsv",
                List.of(graded))));
        assertThat(html).doesNotContain("<script", "<img", "<b>", "<i>", "<u>", "<a>", "<page>", "<fact>",
                "'x'")
                .contains("&lt;script&gt;", "[[${1+1}]]", "${T(java.lang.Runtime)}");
    }

    @Test
    void theOtherReportsAreWrittenWhole() throws IOException {
        Graded good = graded("d1 sv answered a -", AnswerKind.ANSWERED, "a", "Ja.");
        Graded bad = graded("d1 sv answered a -", AnswerKind.HANDOVER, "a", "Nej.");
        DialogueEvaluation.Figures dialogues = DialogueEvaluation.figures("d.jsonl", 1, List.of(
                new DialogueEvaluation.GradedTurn(0, Dialogue.TurnKind.FIRST, good),
                new DialogueEvaluation.GradedTurn(1, Dialogue.TurnKind.FOLLOW_UP, bad)));
        assertThat(ReportPage.html(DialogueReport.of(dialogues))).contains("Mätning av samtal: d.jsonl",
                "d1, fråga 1 (följdfråga)", "1 frågor blev inte helt rätt");

        Bootstrap.Interval half = new Bootstrap.Interval(0.5, 0.25, 0.75);
        assertThat(ReportPage.html(BeirReport.of(new BeirEvaluation.Figures("set", "dev", 3, 2, half, half,
                half, half, half,
                List.of(new BeirEvaluation.Miss("q7", "var?", List.of("d1"), List.of("d2", "d3")))))))
                .contains("Mätning av sökningen: set, dev", "50,0 %", "25,0 % – 75,0 %", "q7", "d2, d3");

        AnswerRows.write(folder.resolve("a.jsonl"), List.of(good));
        AnswerRows.write(folder.resolve("b.jsonl"), List.of(bad));
        Files.writeString(folder.resolve("q.tsv"),
                "id\tlang\texpected\tpages\tquestion\nd1\tsv\tanswered\ta\tfråga\n");
        Path report = folder.resolve("ut.html");
        ReportPage.write(report, CompareReport.of(Comparison.ofQuestions(folder.resolve("a.jsonl"),
                folder.resolve("b.jsonl"), folder.resolve("q.tsv"))));
        assertThat(Files.readString(report)).contains("Jämförelse: a.jsonl mot b.jsonl", "Förlorad",
                "går inte att skilja från slumpen", "100,0 %");
        assertThatThrownBy(() -> ReportPage.write(folder.resolve("saknas/ut.html"),
                DialogueReport.of(dialogues))).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("cannot be written");
    }

    /** Four rows: the surest is right, two of equal confidence are half right, the last is wrong. */
    @Test
    void theRiskGrowsWithTheCoverage() {
        List<Judged> judged = List.of(new Judged(0.9, true), new Judged(0.6, false), new Judged(0.6, true),
                new Judged(0.2, false));
        assertThat(ConfidenceCharts.riskCoverage(judged)).containsExactly(
                new ConfidenceCharts.RiskAt(0.25, 0, 0.9), new ConfidenceCharts.RiskAt(0.75, 1 / 3.0, 0.6),
                new ConfidenceCharts.RiskAt(1, 0.5, 0.2));
    }

    @Test
    void reliabilityIsCountedInTenths() {
        List<ConfidenceCharts.Bin> bins = ConfidenceCharts.reliability(List.of(new Judged(1, true),
                new Judged(0.92, false), new Judged(0.6, true), new Judged(0.05, false)));
        assertThat(bins).hasSize(3);
        assertThat(bins.get(2).rows()).isEqualTo(2);
        assertThat(bins.get(2).confidence()).isEqualTo(0.96, within(1e-12));
        assertThat(bins.get(2).right()).isEqualTo(0.5);
    }

    @Test
    void onlyRowsThatTheSearchDecidedOnAreJudged() {
        List<Judged> judged = ConfidenceCharts.judged(List.of(
                graded("1 sv answered a -", AnswerKind.HANDOVER, "a", "-", 0.3),
                graded("2 sv handover - -", AnswerKind.ANSWERED, "a", "-", 0.8),
                graded("3 sv greeting - -", AnswerKind.GREETING, "", "-", 0.99)));
        assertThat(judged).containsExactly(new Judged(0.8, false), new Judged(0.3, true));
    }

    private static String questions() {
        return ReportPage.html(QuestionReport.of(QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv answered a 50kronor", AnswerKind.ANSWERED, "a", "Det kostar.", 0.9),
                graded("2 sv answered a -", AnswerKind.ANSWERED, "b", "Fel.", 0.6),
                graded("3 sv emergency - -", AnswerKind.EMERGENCY, "", "112"),
                graded("4 sv declined|handover - -", AnswerKind.NO_ANSWER, "", "-", 0.1),
                graded("5 en answered a -", AnswerKind.NO_ANSWER, "a", "-", 0.2),
                graded("6 sv answered a -", AnswerKind.ANSWERED, "a", "Ja.", 0.9)))));
    }

    @Test
    void figuresHaveNamesForEditors() {
        for (String name : QuestionEvaluation.figures("f", List.of()).named().keySet()) {
            assertThat(ReportText.figure(name)).as(name).isNotEqualTo(name);
        }
        for (AnswerKind kind : AnswerKind.values()) {
            assertThat(ReportText.kinds(kind.wireName())).isNotBlank();
        }
        assertThat(Map.of("x", ReportText.interval(new Bootstrap.Interval(0, -0.5, 1)))).containsValue(
                ReportText.percent(-0.5) + " – 100,0 %");
    }
}
