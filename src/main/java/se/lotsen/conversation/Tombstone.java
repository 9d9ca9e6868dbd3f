package se.lotsen.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What remains of a disposed conversation: that it existed and how much it held, nothing of what was said.
 *
 * @param events how many events its log had
 * @param kind null for one that was disposed of before anybody wrote it down
 * @param decision the number of the municipality's decision; empty where none was named
 * @param digest of what it held ({@link ContentDigest}), by which a copy can be proven to be of it; empty as {@code kind}
 */
public record Tombstone(ConversationId conversation, Instant startedAt, Instant disposedAt, long events,
        @Nullable ConversationClass kind, String decision, DisposalLog.Cause cause, String digest) {
}
