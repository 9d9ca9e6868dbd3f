package se.lotsen.conversation;

import java.util.UUID;

/** A conversation's public name. Knowing it opens nothing: that takes the conversation's token. */
public record ConversationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
