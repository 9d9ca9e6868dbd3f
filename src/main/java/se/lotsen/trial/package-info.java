/**
 * The rehearsal: a state of the knowledge base comes in, and what residents would be answered from it goes out, beside what
 * they are answered now. It must never change what is served.
 *
 * <p>{@link se.lotsen.trial.Trials} compares two states, {@link se.lotsen.trial.PublishGate} does so before a draft is
 * published.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "privacy", "knowledge", "retrieval", "confidence",
        "answering",
        "conversation",
        "evaluation", "archive", "staff"})
package se.lotsen.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
