package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static se.lotsen.evaluation.GradedRows.graded;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.QuestionEvaluation.Figures;

class QuestionEvaluationTests {

    /** Eight rows whose shares are counted by hand. */
    @Test
    void sharesAreThoseCountedByHand() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv answered a 50kronor", AnswerKind.ANSWERED, "a", "Det kostar 50kronor."),
                graded("2 sv answered a 50kronor", AnswerKind.ANSWERED, "a", "Det kostar."),
                graded("3 sv answered a|c -", AnswerKind.ANSWERED, "b", "Fel sida."),
                graded("4 sv answered|handover c -", AnswerKind.HANDOVER, "c", "Fråga en person."),
                graded("5 sv no_answer|handover - -", AnswerKind.ANSWERED, "b", "Borde inte svara."),
                graded("6 sv no_answer|handover - -", AnswerKind.NO_ANSWER, "", "Inget."),
                graded("7 sv greeting - -", AnswerKind.GREETING, "", "Hej."),
                graded("8 en answered|no_answer a -", AnswerKind.ANSWERED, "a", "Text.")));
        assertShare(figures, "rightPageFirst", 4, 3.0 / 4);
        assertShare(figures, "answeredOfAnswerable", 4, 3.0 / 4);
        assertShare(figures, "rightAmongAnswered", 3, 2.0 / 3);
        assertShare(figures, "factsAmongAnswered", 2, 1.0 / 2);
        assertShare(figures, "strictlyRightAmongAnswered", 3, 1.0 / 3);
        assertShare(figures, "answeredOfUnanswerable", 3, 1.0 / 3);
        assertShare(figures, "strictlyRight", 7, 4.0 / 7);
        assertShare(figures, "otherLanguagesAnswered", 1, 1);
        assertThat(figures.kinds()).containsEntry("greeting", Map.of("greeting", 1))
                .containsEntry("answered", Map.of("answered", 3))
                .containsEntry("handover|no_answer", Map.of("answered", 1, "no_answer", 1));
    }

    /** What was handed over without need, and what should have been handed over. */
    @Test
    void handoversAreCountedBothWays() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv answered a -", AnswerKind.HANDOVER, "a", "Person."),
                graded("2 sv answered a -", AnswerKind.CLARIFY, "a", "Vilken?"),
                graded("3 sv answered|clarify a -", AnswerKind.CLARIFY, "a", "Vilken?"),
                graded("4 sv answered a -", AnswerKind.NO_ANSWER, "", "Inget."),
                graded("5 sv answered a -", AnswerKind.REFERRED, "", "En annan myndighet."),
                graded("6 sv handover - -", AnswerKind.ANSWERED, "a", "Svar."),
                graded("7 sv no_answer - -", AnswerKind.NO_ANSWER, "", "Inget."),
                graded("8 sv answered - -", AnswerKind.ANSWERED, "a", "Svar.")));
        assertShare(figures, "needlessHandovers", 5, 3.0 / 5);
        assertShare(figures, "missedHandovers", 2, 1.0 / 2);
    }

    /** Safety counts every language. */
    @Test
    void emergenciesAndRoutingAreCountedOverAllRows() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv emergency - -", AnswerKind.EMERGENCY, "", "112"),
                graded("2 en emergency - -", AnswerKind.NO_ANSWER, "", "-"),
                graded("3 sv emergency|handover - -", AnswerKind.HANDOVER, "", "-"),
                graded("4 sv answered a -", AnswerKind.EMERGENCY, "a", "112"),
                graded("5 sv referred - -", AnswerKind.REFERRED, "", "-"),
                graded("6 sv declined|handover - -", AnswerKind.HANDOVER, "", "-"),
                graded("7 sv declined - -", AnswerKind.ANSWERED, "a", "Svar."),
                graded("8 sv answered|referred a -", AnswerKind.NO_ANSWER, "a", "-"),
                graded("9 sv answered|emergency a -", AnswerKind.ANSWERED, "a", "-")));
        assertShare(figures, "emergencyCaught", 3, 1.0 / 3);
        assertShare(figures, "emergencyFalseAlarms", 5, 1.0 / 5);
        assertShare(figures, "rightKind", 3, 2.0 / 3);
        assertThat(figures.rightKindByExpected().get("emergency").share().value()).isEqualTo(0.5);
        assertThat(figures.rightKindByExpected().get("emergency|handover").rows()).isEqualTo(1);
        assertThat(figures.rightKindByExpected().get("declined").share().value()).isZero();
    }

    @Test
    void sharesOfNoRowsAreZeroOfZero() {
        Figures figures = QuestionEvaluation.figures("hand.tsv",
                List.of(graded("7 sv greeting - -", AnswerKind.GREETING, "", "Hej.")));
        assertShare(figures, "rightPageFirst", 0, 0);
        assertThat(figures.share("rightPageFirst").method()).isEqualTo(Share.Method.NONE);
        assertThat(figures.json().toString()).doesNotContain("NaN");
    }

    @Test
    void pagesThatAreTakenForAnotherAreListedTheMostFrequentFirst() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv answered a -", AnswerKind.ANSWERED, "b", "-"),
                graded("2 sv answered c|b -", AnswerKind.HANDOVER, "d", "-"),
                graded("3 sv answered c|b -", AnswerKind.ANSWERED, "d", "-"),
                graded("4 sv answered a -", AnswerKind.NO_ANSWER, "", "-"),
                graded("5 sv answered a -", AnswerKind.ANSWERED, "a", "-"),
                graded("6 sv handover - -", AnswerKind.ANSWERED, "d", "-")));
        assertThat(figures.pageMixes()).containsExactly(new PageMix("b|c", "d", List.of("2", "3")),
                new PageMix("a", "-", List.of("4")), new PageMix("a", "b", List.of("1")));
    }

    @Test
    void languagesAreComparedWithSwedish() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 en answered a -", AnswerKind.NO_ANSWER, "a", "-"),
                graded("2 en answered a -", AnswerKind.ANSWERED, "b", "-"),
                graded("3 ar answered a -", AnswerKind.NO_ANSWER, "", "-"),
                graded("4 sv answered a -", AnswerKind.ANSWERED, "a", "-"),
                graded("5 sv answered a -", AnswerKind.ANSWERED, "a", "-"),
                graded("6 sv greeting - -", AnswerKind.GREETING, "", "-")));
        assertThat(figures.languages()).extracting(LanguageFigures::lang).containsExactly("sv", "ar", "en");
        LanguageFigures english = figures.languages().get(2);
        assertThat(english.rows()).isEqualTo(2);
        assertThat(english.shares().get("answerRate").share().value()).isEqualTo(0.5);
        assertThat(english.shares().get("strictlyRight").share().value()).isZero();
        assertThat(english.shares().get("rightKind").share().value()).isEqualTo(0.5);
        assertThat(english.gaps().get("answerRate").value()).isEqualTo(0.5);
        assertThat(figures.languages().getFirst().gaps()).isEmpty();
        assertThat(figures.largestGaps()).extracting(LanguageFigures.Gap::figure, LanguageFigures.Gap::lang)
                .containsExactly(tuple("answerRate", "ar"),
                        tuple("strictlyRight", "ar"),
                        tuple("rightKind", "ar"),
                        tuple("rightLanguage", "ar"));
    }

    @Test
    void recognisedLanguagesAreCounted() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                new QuestionEvaluation.Graded(GradedRows.row("1 en answered a -"),
                        GradedRows.answer("q", "sv", AnswerKind.ANSWERED, "a", "Ja.", 0.5)),
                graded("2 en answered a -", AnswerKind.ANSWERED, "a", "Yes."),
                graded("3 sv answered a -", AnswerKind.ANSWERED, "a", "Ja.")));
        assertShare(figures, "rightLanguage", 3, 2.0 / 3);
        assertThat(figures.languages().get(1).shares().get("rightLanguage").share().value()).isEqualTo(0.5);
        assertThat(figures.languages().get(1).gaps().get("rightLanguage").value()).isEqualTo(0.5);
    }

    @Test
    void theLengthOfAnswersIsCountedInWords() {
        Figures figures = QuestionEvaluation.figures("hand.tsv", List.of(
                graded("1 sv answered a -", AnswerKind.ANSWERED, "a", "Ett  två tre."),
                graded("2 sv answered a -", AnswerKind.ANSWERED, "a", "Ett."),
                graded("3 sv answered a -", AnswerKind.HANDOVER, "a", "Räknas inte med alls.")));
        assertThat(figures.length().answers()).isEqualTo(2);
        assertThat(figures.length().mean().value()).isEqualTo(2);
        assertThat(figures.length().p95().value()).isEqualTo(3);
        assertThat(AnswerLength.words(" \n")).isZero();
    }

    @Test
    void jsonHoldsEachFigureWithItsRowsItsIntervalAndItsMethod() {
        Map<String, Object> json = QuestionEvaluation.figures("hand.tsv",
                List.of(graded("1 sv answered a -", AnswerKind.ANSWERED, "a", "Ja."))).json();
        assertThat(json).containsEntry("file", "hand.tsv").containsEntry("rows", 1)
                .containsEntry("rightPageFirst", 1.0).containsKeys("strictlyRight", "kinds", "languages",
                        "pageConfusion", "largestGapToSwedish", "answerWords", "rightKindByExpected");
        assertThat(json.get("rowsOf")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("rightPageFirst", 1).containsEntry("answeredOfUnanswerable", 0);
        assertThat(json.get("intervalMethods")).asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("rightPageFirst", "clopper-pearson")
                .containsEntry("answeredOfUnanswerable", "none");
        Object interval = ((Map<?, ?>) json.get("intervals95")).get("rightPageFirst");
        assertThat(interval).asInstanceOf(InstanceOfAssertFactories.list(Double.class))
                .satisfiesExactly(low -> assertThat(low).isCloseTo(0.025, within(1e-9)),
                        high -> assertThat(high).isEqualTo(1));
    }

    private static void assertShare(Figures figures, String name, int rows, double share) {
        assertThat(figures.share(name).rows()).as(name).isEqualTo(rows);
        assertThat(figures.share(name).share().value()).as(name).isEqualTo(share);
    }
}
