package se.lotsen.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands.
 *
 * @param agent who has the case; null unless {@code WITH_AGENT}
 * @param queue where it waits, or waited before the agent took it or ended it; null with the assistant
 * @param version grows by one with each change of state
 * @param waitingSince since when the citizen waits, or had waited when the agent came: a case that returns to a queue keeps
 *            its place; null with the assistant, when closed, and for a case that was taken up again or followed up
 * @param reserved the secret queue whose people alone may see the conversation, also when the assistant has it again; null
 *            when it was in none
 */
public record Standing(ConversationId conversation, ConversationState state, @Nullable Agent agent,
        @Nullable String queue, long version, @Nullable Instant waitingSince, @Nullable String reserved) {

    /** Of a conversation that was in no secret queue. */
    public Standing(ConversationId conversation, ConversationState state, @Nullable Agent agent,
            @Nullable String queue, long version, @Nullable Instant waitingSince) {
        this(conversation, state, agent, queue, version, waitingSince, null);
    }

    /**
     * After a change, which must begin in this state.
     *
     * @param newAgent who has the case from then on; ignored where nobody has
     * @param newQueue null for the same queue
     */
    Standing after(StateChange change, @Nullable Agent newAgent, @Nullable String newQueue, Instant now,
            SecretQueues secret) {
        Standing moved = new Standing(conversation, change.to(),
                change.to() == ConversationState.WITH_AGENT && newAgent != null ? newAgent.stored() : null,
                change.to() == ConversationState.WITH_ASSISTANT ? null : newQueue == null ? queue : newQueue,
                version + 1, waitingSince(change, now), reserved);
        return moved.reservedAfter(change, secret);
    }

    /** Only an agent takes a case out of a secret queue; whatever else happens to it, it stays as secret as it was. */
    private Standing reservedAfter(StateChange change, SecretQueues secret) {
        boolean inSecret = queue != null && secret.isSecret(queue);
        String by = inSecret ? queue : change == StateChange.REQUEUED ? null : reserved;
        return new Standing(conversation, state, agent, queue, version, waitingSince, by);
    }

    private @Nullable Instant waitingSince(StateChange change, Instant now) {
        return switch (change.to()) {
            case WITH_ASSISTANT, CLOSED -> null;
            case WAITING -> waitingSince == null ? now : waitingSince;
            case WITH_AGENT -> waitingSince;
        };
    }
}
