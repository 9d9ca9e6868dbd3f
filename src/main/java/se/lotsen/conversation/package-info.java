/**
 * The record: an append-only log of events per conversation. Events come in, the same events with consecutive ids go
 * out, to whoever holds the conversation's token. It must never know how an answer is made.
 *
 * <p>{@link se.lotsen.conversation.ConversationStore} writes and reads, {@link se.lotsen.conversation.ConversationStream}
 * follows a log as it grows, {@link se.lotsen.conversation.HandoverStore} is the part of a person,
 * {@link se.lotsen.conversation.Outbox} what is to be done outside because of it, {@link se.lotsen.conversation.ConversationDisposal} ends what is too old. What may follow
 * what in a log stands in {@code LogHead}; every table is one small class named after what it holds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "privacy"})
package se.lotsen.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
