package se.lotsen.answering;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Choice;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.HandoverReason;

/**
 * A whole answer as other programs read it ({@code ask --json}, rows of {@code evaluate --questions}); the components'
 * names are part of the outside contract.
 *
 * @param question without personal data
 * @param confidence the probability, 0..1, that the first page is the right one
 * @param answer one entry for each sentence; fixed replies have no sources
 * @param sources pages, best first, also when nothing was answered
 * @param choices when one of several services must be chosen
 * @param handover the way to a person
 */
public record Answer(String question, String language, AnswerKind kind, AnswerOutcome outcome,
        double confidence,
        List<Sentence> answer, List<ConversationEvent.Source> sources, List<Choice> choices,
        Handover handover) {

    /** A sentence and the passages that hold it. */
    public record Sentence(String text, List<Citation> sources) {
    }

    /** The way to a person; {@code nextOpening} is null while open, or when none is known. */
    public record Handover(boolean offered, @Nullable HandoverReason reason, boolean openNow,
            @Nullable OffsetDateTime nextOpening, @Nullable String text) {
        static final Handover NONE = new Handover(false, null, false, null, null);
    }

    /**
     * Gathers the events of one question.
     *
     * @throws IllegalArgumentException when the events do not end with {@link AnswerEvent.Finished}
     */
    public static Answer of(Question question, List<AnswerEvent> events) {
        List<Sentence> sentences = new ArrayList<>();
        List<ConversationEvent.Source> sources = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        Handover handover = Handover.NONE;
        for (AnswerEvent event : events) {
            switch (event.event()) {
                case ConversationEvent.SourcesFound found -> sources.addAll(found.sources());
                case ConversationEvent.TextReleased text ->
                    sentences.add(new Sentence(text.text(), text.sources()));
                case ConversationEvent.ChoicesOffered offered -> choices.addAll(offered.choices());
                case ConversationEvent.HandoverOffered offered ->
                    handover = new Handover(true, offered.reason(),
                            offered.openNow(), offered.nextOpening(), offered.text());
                case ConversationEvent.Completed done -> {
                    return new Answer(question.text().value(), question.language(), done.kind(),
                            done.outcome(),
                            done.confidence(), sentences, sources, choices, handover);
                }
                case ConversationEvent.QuestionAsked ignored -> {
                    // Not part of an answer.
                }
                case ConversationEvent.StateChanged ignored -> {
                    // Neither is what a person does.
                }
                case ConversationEvent.MessagePosted ignored -> {
                }
                case ConversationEvent.NoticePosted ignored -> {
                }
            }
        }
        throw new IllegalArgumentException("an answer without its end");
    }
}
