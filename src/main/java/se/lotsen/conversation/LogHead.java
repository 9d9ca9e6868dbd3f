package se.lotsen.conversation;

import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.AssistantSilent;
import se.lotsen.conversation.ConversationRefusal.ChangeNotPossible;
import se.lotsen.conversation.ConversationRefusal.NoPersonInvolved;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;

/**
 * Where a conversation's log ends and which events may follow: one question at a time, and each ends in exactly one
 * {@code completed}. As the next question must wait, the open question is always the latest. Questions are for the
 * assistant, so there are none while a person has the case; messages are for a person, so there are none before.
 *
 * @param questions how many were asked; also the number of the latest answer
 * @param openQuestion the event id of the question without {@code completed}, 0 when there is none
 */
record LogHead(ConversationId conversation, long lastEvent, int questions, long openQuestion,
        ConversationState state) {

    /** The head after one more event; refuses an event that may not follow. */
    LogHead after(ConversationEvent event) {
        return switch (event) {
            case QuestionAsked question -> asked();
            case SourcesFound sources -> inAnswer();
            case TextReleased text -> inAnswer();
            case ChoicesOffered choices -> inAnswer();
            case HandoverOffered offer -> next(questions, openQuestion);
            case Completed completed -> completed(completed.answer());
            case StateChanged changed -> changed(changed);
            case MessagePosted message -> posted(message.author());
            case NoticePosted notice -> next(questions, openQuestion);
        };
    }

    boolean hasFinished(int answer) {
        return answer >= 1 && answer <= (openQuestion == 0 ? questions : questions - 1);
    }

    /**
     * Refuses a change that does not begin here, and any change while a question is open: the answer's remaining sentences
     * would come after the citizen was told that the assistant is silent now.
     */
    void refuseUnlessPossible(StateChange change) {
        if (change.from() != state) {
            throw new ChangeNotPossible(conversation, state, change);
        }
        if (openQuestion != 0) {
            throw new QuestionStillOpen(conversation, openQuestion);
        }
    }

    private LogHead changed(StateChanged changed) {
        refuseUnlessPossible(changed.change());
        if (!changed.change().leads(changed.from(), changed.to())) {
            throw new ChangeNotPossible(conversation, state, changed.change());
        }
        return new LogHead(conversation, lastEvent + 1, questions, openQuestion, changed.to());
    }

    private LogHead posted(Author author) {
        boolean heard = state == ConversationState.WITH_AGENT
                || state == ConversationState.WAITING && author == Author.CITIZEN;
        if (!heard) {
            throw new NoPersonInvolved(conversation, state);
        }
        return next(questions, openQuestion);
    }

    private LogHead asked() {
        if (state != ConversationState.WITH_ASSISTANT) {
            throw new AssistantSilent(conversation, state);
        }
        if (openQuestion != 0) {
            throw new QuestionStillOpen(conversation, openQuestion);
        }
        return next(questions + 1, lastEvent + 1);
    }

    private LogHead inAnswer() {
        if (openQuestion == 0) {
            throw new QuestionNotOpen(conversation);
        }
        return next(questions, openQuestion);
    }

    private LogHead completed(int answer) {
        LogHead next = inAnswer();
        if (answer != questions) {
            throw new IllegalArgumentException(
                    "The open question's answer has number " + questions + ", not " + answer);
        }
        return new LogHead(conversation, next.lastEvent, questions, 0, state);
    }

    private LogHead next(int newQuestions, long newOpenQuestion) {
        return new LogHead(conversation, lastEvent + 1, newQuestions, newOpenQuestion, state);
    }
}
