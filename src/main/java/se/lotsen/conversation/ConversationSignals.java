package se.lotsen.conversation;

/** Tells listeners that a conversation has something new; they read its log from their own cursor. */
final class ConversationSignals extends Signals<ConversationId> {
}
