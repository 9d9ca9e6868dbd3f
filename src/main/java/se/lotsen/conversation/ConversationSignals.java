package se.lotsen.conversation;

import java.util.UUID;
import se.lotsen.storage.Notices;

/** Tells listeners that a conversation has something new; they read its log from their own cursor. */
final class ConversationSignals extends Signals<ConversationId> {
    ConversationSignals(Notices notices) {
        super(notices, "conversation", id -> id.value().toString(),
                id -> new ConversationId(UUID.fromString(id)), true);
    }
}
