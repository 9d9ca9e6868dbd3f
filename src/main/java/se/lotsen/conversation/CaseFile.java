package se.lotsen.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as an archive keeps it: all that was said, as it is stored, and where it stands.
 *
 * @param lastQueue the queue that it is in or was in last; null when it was in none, or nobody knows
 * @param queues all that it was in, as far as anybody wrote it down
 * @param channel by which way it came
 * @param lines every event, then every note, as stored
 * @param holds codes of what keeps it from being disposed of
 */
public record CaseFile(Standing standing, ConversationClass kind, Instant startedAt, Instant touchedAt,
        @Nullable String lastQueue, Set<String> queues, ContactChannel channel, List<StoredEvent> events,
        List<Note> notes,
        List<ContentDigest.Line> lines, Set<String> holds) {

    /** The conversation's id. */
    public ConversationId id() {
        return standing.conversation();
    }

    /** As it will stand in the {@link Tombstone}, if nothing more is said. */
    public String digest() {
        return ContentDigest.of(id().value(), lines);
    }

    /** Whether somebody has a part in it now, or awaits one. */
    public boolean isGoingOn() {
        return standing.state() == ConversationState.WAITING
                || standing.state() == ConversationState.WITH_AGENT;
    }
}
