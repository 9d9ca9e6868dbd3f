package se.lotsen.feedback;

import static se.lotsen.conversation.RecordForTests.key;
import static se.lotsen.testing.Masked.masked;

import java.util.List;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.RecordForTests;

/** Questions and their answers in the record, without an assistant. */
final class Answers {
    private Answers() {
    }

    static AskedQuestion ask(RecordForTests record, ConversationId talk, String question) {
        return record.store.ask(talk, key(), masked(question), "sv");
    }

    /** Found are "first" and "cited", quoted are "cited" and "other" when it is an answer. */
    static void give(RecordForTests record, ConversationId talk, String question, AnswerOutcome outcome) {
        AskedQuestion asked = ask(record, talk, question);
        List<Citation> cited = outcome == AnswerOutcome.ANSWERED
                ? List.of(new Citation("cited", "A", "/knowledge/cited"),
                        new Citation("other", "B", "/knowledge/other"))
                : List.of();
        record.store.answer(asked.event(), List.of(
                new SourcesFound(List.of(new Source("first", "Först", 0.9, "/knowledge/first", null, null),
                        new Source("cited", "Citerad", 0.8, "/knowledge/cited", null, null))),
                new TextReleased("Det kostar 100 kr.", cited),
                new Completed(outcome.kind(), outcome, asked.answer(), 0.8)),
                new AnswerExplanation("{\"digests\":{\"cited\":\"abc\",\"first\":\"def\"}}"));
    }
}
