package se.lotsen.answering;

import se.lotsen.conversation.ConversationEvent;

/** A step of an answer, in the order in which the citizen sees it. The last one is always a {@link Finished}. */
public sealed interface AnswerEvent {

    /** The event to be stored and sent. */
    ConversationEvent event();

    /** Something that is not the end. */
    record Released(ConversationEvent event) implements AnswerEvent {
    }

    /** The end, and why the answer is what it is. */
    record Finished(ConversationEvent.Completed event, Explanation explanation) implements AnswerEvent {
    }
}
