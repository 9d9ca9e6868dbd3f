package se.lotsen.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects.Effect;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an outbox entry of this room holds and a webhook's receiver reads: ids, codes and times. Never a word of the
 * citizen's, never how to reach the citizen. Receivers ignore fields that they do not know.
 *
 * @param event such as {@code case.claimed} or {@code promise.made}
 * @param receipt of a promise; null for a change of state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Notification(String event, UUID conversation, Instant at, @Nullable String state,
        @Nullable Long version, @Nullable String queue, @Nullable UUID promise, @Nullable String receipt,
        @Nullable String kind, @Nullable Instant dueAt) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Effect by(Channel channel) {
        return new Effect(channel.name(), JSON.writeValueAsString(this));
    }

    static Notification of(Promise promise, String event, Instant at) {
        return new Notification(event, promise.conversation().value(), at, null, null, promise.queue(),
                promise.id(), promise.receipt(), promise.kind().name(), promise.dueAt());
    }

    /** Null for what no version of ours has written. */
    static @Nullable Notification read(String payload) {
        try {
            Notification read = JSON.readValue(payload, Notification.class);
            return read == null || read.event == null || read.conversation == null || read.at == null
                    ? null
                    : read;
        } catch (JacksonException e) {
            return null;
        }
    }

    ConversationId of() {
        return new ConversationId(conversation);
    }
}
