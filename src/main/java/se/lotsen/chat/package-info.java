/**
 * The citizen's front door: HTTP, server-sent events and the page without JavaScript. Requests come in, stored events
 * go out. It takes no decision about an answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "conversation", "answering", "asking",
        "handover", "delivery", "feedback", "conduct"})
package se.lotsen.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
