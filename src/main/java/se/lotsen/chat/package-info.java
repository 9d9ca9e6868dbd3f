/**
 * The citizen's front door: what can be done in a conversation, whatever shows it, and the API of the outside contract. Requests
 * come in, stored events go out. It takes no decision about an answer, and knows no page.
 * <p>{@link se.lotsen.chat.Questions}, {@link se.lotsen.chat.PersonRequests}, {@link se.lotsen.chat.CitizenPromises},
 * {@link se.lotsen.chat.Scores} and {@link se.lotsen.chat.Codes} are the doors for whoever shows a conversation;
 * {@link se.lotsen.chat.ChatProblem} is what they refuse with.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "language", "conversation", "answering",
        "asking",
        "handover", "delivery", "feedback", "conduct"})
package se.lotsen.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
