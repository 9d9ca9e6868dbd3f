package se.lotsen.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.handover.CasePacket;

/**
 * The way to a person as the page without JavaScript shows it.
 *
 * @param offered whether a person will come who is asked for now
 * @param position the place in the queue, from 1; null unless the citizen waits
 * @param estimateMinutes null when it is not known
 * @param packet what would be passed on
 */
public record WayToPerson(ConversationState state, boolean offered, @Nullable Integer position,
        @Nullable Integer estimateMinutes, CasePacket packet) {
    /** Without a conversation. */
    public static final WayToPerson NONE = new WayToPerson(ConversationState.WITH_ASSISTANT, false, null,
            null,
            new CasePacket(HandoverReason.ASKED_FOR, "sv", "", List.of(), List.of(), List.of(), null, null,
                    null));

    /** Whether the assistant answers. */
    public boolean isAssistants() {
        return state == ConversationState.WITH_ASSISTANT;
    }

    /** Whether the citizen stands in a queue. */
    public boolean isWaiting() {
        return state == ConversationState.WAITING;
    }

    /** Whether an agent has ended the case. */
    public boolean isClosed() {
        return state == ConversationState.CLOSED;
    }
}
