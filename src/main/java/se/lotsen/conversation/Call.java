package se.lotsen.conversation;

import java.time.Instant;

/**
 * A conversation on the phone, in which an agent asks the assistant for the caller.
 *
 * @param agent who has the caller on the phone; the only one who asks in it and ends it
 * @param state {@link ConversationState#WITH_ASSISTANT} until the call is ended, then {@link ConversationState#CLOSED}
 */
public record Call(ConversationId conversation, Agent agent, Instant startedAt, ConversationState state) {

    /** Whether it goes on. */
    public boolean isOpen() {
        return state == ConversationState.WITH_ASSISTANT;
    }
}
