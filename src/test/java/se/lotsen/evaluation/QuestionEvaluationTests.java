package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.evaluation.QuestionEvaluation.Figures;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

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
        assertShare(figures, "answeredOfUnanswerable", 3, 1.0 / 3);
        assertShare(figures, "strictlyRight", 7, 4.0 / 7);
        assertShare(figures, "otherLanguagesAnswered", 1, 1);
        assertThat(figures.kinds()).containsEntry("greeting", Map.of("greeting", 1))
                .containsEntry("answered", Map.of("answered", 3));
    }

    @Test
    void sharesOfNoRowsAreZeroOfZero() {
        Figures figures = QuestionEvaluation.figures("hand.tsv",
                List.of(graded("7 sv greeting - -", AnswerKind.GREETING, "", "Hej.")));
        assertShare(figures, "rightPageFirst", 0, 0);
        assertThat(figures.json().toString()).doesNotContain("NaN");
    }

    @Test
    void jsonHoldsEachFigureWithItsRowsAndInterval() {
        Map<String, Object> json = QuestionEvaluation.figures("hand.tsv",
                List.of(graded("1 sv answered a -", AnswerKind.ANSWERED, "a", "Ja."))).json();
        assertThat(json).containsEntry("file", "hand.tsv").containsEntry("rows", 1)
                .containsEntry("rightPageFirst", 1.0).containsKeys("strictlyRight", "kinds");
        assertThat(json.get("rowsOf")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("rightPageFirst", 1).containsEntry("answeredOfUnanswerable", 0);
        assertThat(json.get("intervals95")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("rightPageFirst", List.of(1.0, 1.0));
    }

    private static void assertShare(Figures figures, String name, int rows, double share) {
        assertThat(figures.named().get(name).rows()).as(name).isEqualTo(rows);
        assertThat(figures.named().get(name).share().value()).as(name).isEqualTo(share);
    }

    /** @param row id, language, kinds, pages and facts */
    private static Graded graded(String row, AnswerKind kind, String firstPage, String text) {
        String[] cells = row.split(" ");
        Set<AnswerKind> expected = Arrays.stream(cells[2].split("\\|"))
                .map(name -> AnswerKind.valueOf(name.toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.toSet());
        List<String> facts = cells[4].equals("-") ? List.of() : List.of(cells[4]);
        Set<String> pages = cells[3].equals("-") ? Set.of() : Set.of(cells[3].split("\\|"));
        List<ConversationEvent.Source> sources = new ArrayList<>();
        if (!firstPage.isEmpty()) {
            sources.add(
                    new ConversationEvent.Source(firstPage, firstPage, 0.5, "/knowledge/" + firstPage, null,
                            null));
            sources.add(new ConversationEvent.Source("z", "z", 0.4, "/knowledge/z", null, null));
        }
        AnswerOutcome outcome = Arrays.stream(AnswerOutcome.values()).filter(any -> any.kind() == kind)
                .findFirst().orElse(AnswerOutcome.ANSWERED);
        return new Graded(new QuestionRow(cells[0], cells[1], expected, pages, "fråga", facts),
                new Answer("fråga", cells[1], kind, outcome, 0.5,
                        List.of(new Answer.Sentence(text, List.of())), sources, List.of(),
                        new Answer.Handover(true, null, true, null, null)));
    }
}
