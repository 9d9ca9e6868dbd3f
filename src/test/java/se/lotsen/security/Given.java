package se.lotsen.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.Explanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;

/** Everything that one question has led to. */
public record Given(MaskedText question, List<AnswerEvent> events, Duration took) {

    /** How many of the events end an answer. */
    long ends() {
        return events.stream().filter(AnswerEvent.Finished.class::isInstance).count();
    }

    boolean endsWithItsEnd() {
        return events.getLast() instanceof AnswerEvent.Finished;
    }

    public Explanation explanation() {
        return ((AnswerEvent.Finished) events.getLast()).explanation();
    }

    public AnswerOutcome outcome() {
        return explanation().outcome();
    }

    public List<TextReleased> sentences() {
        return of(TextReleased.class).toList();
    }

    public <T extends ConversationEvent> Stream<T> of(Class<T> type) {
        return events.stream().map(AnswerEvent::event).filter(type::isInstance).map(type::cast);
    }

    /** What a citizen can read of it: sentences, sources, choices, the offer of a person. */
    public List<String> readable() {
        List<String> all = new ArrayList<>();
        for (AnswerEvent event : events) {
            switch (event.event()) {
                case TextReleased text -> {
                    all.add(text.text());
                    text.sources().forEach(source -> all.add(source.heading()));
                }
                case ConversationEvent.SourcesFound found ->
                    found.sources().forEach(source -> all.add(source.title()));
                case ConversationEvent.ChoicesOffered offered -> offered.choices()
                        .forEach(choice -> all.add(choice.label()));
                case ConversationEvent.HandoverOffered offered -> all.add(offered.text());
                case ConversationEvent.QuestionAsked asked -> {
                    // The citizen's own words.
                }
                case ConversationEvent.StateChanged changed -> {
                    // A person's part, not the assistant's words.
                }
                case ConversationEvent.MessagePosted message -> {
                }
                case ConversationEvent.NoticePosted notice -> all.add(notice.text());
                case ConversationEvent.Completed done -> {
                    // Figures and names of ours.
                }
            }
        }
        return all;
    }
}
