package se.lotsen.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;

/**
 * A threat that supervisors are to see. It holds nothing of what was written.
 *
 * @param rule the policies' rule that was met; empty for an agent's mark
 * @param by the account of the agent; empty for a rule
 * @param seenAt when a supervisor said that they have seen it; null before
 * @param releasedAt when a supervisor has lifted the hold; null before
 */
public record ThreatAlert(long id, ConversationId conversation, Origin origin, String rule, String by,
        Instant at,
        @Nullable Instant seenAt, @Nullable Instant releasedAt) {
}
