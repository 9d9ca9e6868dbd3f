package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

/** Rows and answers for figures that are worked out by hand. */
final class GradedRows {
    private GradedRows() {
    }

    /**
     * @param row id, language, kinds, pages and facts, separated by spaces
     * @param firstPage empty for an answer without sources
     */
    static Graded graded(String row, AnswerKind kind, String firstPage, String text) {
        return graded(row, kind, firstPage, text, 0.5);
    }

    static Graded graded(String row, AnswerKind kind, String firstPage, String text, double confidence) {
        QuestionRow asked = row(row);
        return new Graded(asked,
                answer(asked.question(), asked.lang(), kind, firstPage, text, confidence));
    }

    static QuestionRow row(String row) {
        String[] cells = row.split(" ");
        Set<AnswerKind> expected = Arrays.stream(cells[2].split("\\|"))
                .map(name -> AnswerKind.valueOf(name.toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
        List<String> facts = cells[4].equals("-") ? List.of() : List.of(cells[4]);
        Set<String> pages = cells[3].equals("-") ? Set.of() : Set.of(cells[3].split("\\|"));
        return new QuestionRow(cells[0], cells[1], expected, pages, "fråga", facts);
    }

    static Answer answer(String question, String lang, AnswerKind kind, String firstPage, String text,
            double confidence) {
        List<ConversationEvent.Source> sources = new ArrayList<>();
        if (!firstPage.isEmpty()) {
            sources.add(source(firstPage, 0.5));
            sources.add(source("z", 0.4));
        }
        AnswerOutcome outcome = Arrays.stream(AnswerOutcome.values()).filter(any -> any.kind() == kind)
                .findFirst().orElse(AnswerOutcome.ANSWERED);
        return new Answer(question, lang, kind, outcome, confidence,
                List.of(new Answer.Sentence(text, List.of())), sources, List.of(),
                new Answer.Handover(true, null, true, null, null));
    }

    private static ConversationEvent.Source source(String page, double score) {
        return new ConversationEvent.Source(page, page, score, "/knowledge/" + page, null, null);
    }
}
