package se.lotsen.conversation;

import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationRefusal.QuestionStillOpen;

/**
 * Where a conversation's log ends and which events may follow: one question at a time, and each ends in exactly one
 * {@code completed}. As the next question must wait, the open question is always the latest.
 *
 * @param questions how many were asked; also the number of the latest answer
 * @param openQuestion the event id of the question without {@code completed}, 0 when there is none
 */
record LogHead(ConversationId conversation, long lastEvent, int questions, long openQuestion) {

    /** The head after one more event; refuses an event that may not follow. */
    LogHead after(ConversationEvent event) {
        return switch (event) {
            case QuestionAsked question -> asked();
            case SourcesFound sources -> inAnswer();
            case TextReleased text -> inAnswer();
            case ChoicesOffered choices -> inAnswer();
            case HandoverOffered offer -> next(questions, openQuestion);
            case Completed completed -> completed(completed.answer());
        };
    }

    boolean hasFinished(int answer) {
        return answer >= 1 && answer <= (openQuestion == 0 ? questions : questions - 1);
    }

    private LogHead asked() {
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
        return new LogHead(conversation, next.lastEvent, questions, 0);
    }

    private LogHead next(int newQuestions, long newOpenQuestion) {
        return new LogHead(conversation, lastEvent + 1, newQuestions, newOpenQuestion);
    }
}
