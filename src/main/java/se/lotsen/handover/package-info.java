/**
 * The counter: whether a person can be reached now, when the next one can, and how. A moment in time comes in, the
 * contact centre's true state goes out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "privacy", "knowledge", "language", "conversation"})
package se.lotsen.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
