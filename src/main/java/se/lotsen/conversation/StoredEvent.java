package se.lotsen.conversation;

import java.time.Instant;

/** An event in its place: {@code id} counts from 1 within the conversation, without a gap. */
public record StoredEvent(ConversationId conversation, long id, Instant at, ConversationEvent event) {
}
