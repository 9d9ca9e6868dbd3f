/**
 * The record: an append-only log of events per conversation. Events come in, the same events with consecutive ids go
 * out, to whoever holds the conversation's token. It must never know how an answer is made.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy"})
package se.lotsen.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
