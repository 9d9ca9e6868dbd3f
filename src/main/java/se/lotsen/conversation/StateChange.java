package se.lotsen.conversation;

import static se.lotsen.conversation.ConversationState.CLOSED;
import static se.lotsen.conversation.ConversationState.WAITING;
import static se.lotsen.conversation.ConversationState.WITH_AGENT;
import static se.lotsen.conversation.ConversationState.WITH_ASSISTANT;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The transition table: what can happen to a conversation's state, and nothing else can. {@code docs/handover.md} shows
 * it; a test keeps the two equal.
 */
public enum StateChange {
    /** The citizen asks for a person and stands in a queue from then on. */
    @JsonProperty("requested")
    REQUESTED(WITH_ASSISTANT, WAITING),
    /** The citizen does not want to wait any longer. */
    @JsonProperty("left_queue")
    LEFT_QUEUE(WAITING, WITH_ASSISTANT),
    /** Nobody came within the longest wait. */
    @JsonProperty("timed_out")
    TIMED_OUT(WAITING, WITH_ASSISTANT),
    /** The contact centre closed while the citizen waited. */
    @JsonProperty("desk_closed")
    DESK_CLOSED(WAITING, WITH_ASSISTANT),
    /** An agent takes the case; of several at once exactly one does. */
    @JsonProperty("claimed")
    CLAIMED(WAITING, WITH_AGENT),
    /** The agent hands the case to another agent. */
    @JsonProperty("transferred")
    TRANSFERRED(WITH_AGENT, WITH_AGENT),
    /** The agent puts the case into a queue. */
    @JsonProperty("requeued")
    REQUEUED(WITH_AGENT, WAITING),
    /** The agent is gone without having ended the case; the citizen waits again. */
    @JsonProperty("agent_vanished")
    AGENT_VANISHED(WITH_AGENT, WAITING),
    /** The agent gives the conversation back to the assistant. */
    @JsonProperty("returned")
    RETURNED(WITH_AGENT, WITH_ASSISTANT),
    /** The agent ends the case. */
    @JsonProperty("resolved")
    RESOLVED(WITH_AGENT, CLOSED),
    /** The agent ends the case of a citizen who was warned; the assistant answers again, no person does that day. */
    @JsonProperty("ended_after_warning")
    ENDED_AFTER_WARNING(WITH_AGENT, WITH_ASSISTANT),
    /** The citizen writes again. */
    @JsonProperty("reopened")
    REOPENED(CLOSED, WAITING),
    /** An agent opens the case again. */
    @JsonProperty("taken_up")
    TAKEN_UP(CLOSED, WITH_AGENT),
    /** An agent keeps what the citizen was promised,
    only where something is still to be kept. */
    @JsonProperty("followed_up")
    FOLLOWED_UP(WITH_ASSISTANT, WITH_AGENT),

    /** The agent ends a call, in which the assistant was asked for the caller; only calls end so. */
    @JsonProperty("call_ended")
    CALL_ENDED(WITH_ASSISTANT, CLOSED);

    private final ConversationState from;
    private final ConversationState to;

    StateChange(ConversationState from, ConversationState to) {
        this.from = from;
        this.to = to;
    }

    /** The state that it begins in. */
    public ConversationState from() {
        return from;
    }

    /** The state that it ends in. */
    public ConversationState to() {
        return to;
    }

    /** Whether it leads from the one state to the other. */
    public boolean leads(ConversationState before, ConversationState after) {
        return from == before && to == after;
    }

    /** The whole table as a Mermaid state diagram, a line for each change. */
    public static String diagram() {
        StringBuilder lines = new StringBuilder("stateDiagram-v2\n    [*] --> WITH_ASSISTANT\n");
        for (StateChange change : values()) {
            lines.append("    %s --> %s: %s%n".formatted(change.from, change.to, change).replace("\r", ""));
        }
        return lines.toString();
    }
}
