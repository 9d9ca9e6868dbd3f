package se.lotsen.conversation;

import java.time.Instant;

/**
 * A conversation as it was when it was opened with its token.
 *
 * @param touchedAt when somebody last wrote in it; reading does not count
 * @param lastEvent the id of its latest event, 0 when there is none
 * @param questions how many questions were asked
 */
public record Conversation(ConversationId id, Instant startedAt, Instant touchedAt, long lastEvent,
        int questions) {
}
