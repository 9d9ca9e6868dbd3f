package se.lotsen.conversation;

import java.time.Instant;

/**
 * That somebody has opened a conversation by the code that its citizen read out.
 *
 * @param readableUntil until then that person may read it and write notes, and no longer
 */
public record CodeOpening(ConversationId conversation, Agent agent, Instant openedAt, Instant readableUntil) {
}
