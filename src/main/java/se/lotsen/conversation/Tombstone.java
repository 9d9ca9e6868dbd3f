package se.lotsen.conversation;

import java.time.Instant;

/**
 * What remains of a disposed conversation: that it existed and how much it held, nothing of what was said.
 *
 * @param events how many events its log had
 */
public record Tombstone(ConversationId conversation, Instant startedAt, Instant disposedAt, long events) {
}
