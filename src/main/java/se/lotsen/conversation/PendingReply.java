package se.lotsen.conversation;

import java.time.Instant;
import java.util.UUID;
import se.lotsen.conversation.ConversationEvent.MessagePosted;

/**
 * What an agent has written and can still take back: no event yet, so that no stream and no transcript has it.
 *
 * @param id names it to whoever takes it back
 * @param account of the agent who wrote it
 * @param message the event that it becomes; masked
 * @param dueAt from when on it is the citizen's
 */
public record PendingReply(UUID id, String account, MessagePosted message, Instant dueAt) {
}
