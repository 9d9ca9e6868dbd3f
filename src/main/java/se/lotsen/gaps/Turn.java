package se.lotsen.gaps;

import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;

/**
 * Which question of which conversation, and nothing of what it said.
 *
 * @param answer its number in the conversation, from 1
 */
record Turn(ConversationId conversation, int answer) {
    static Turn of(PastQuestion question) {
        return new Turn(question.conversation(), question.answer());
    }
}
