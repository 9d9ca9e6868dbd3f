/**
 * The clerk: what somebody typed as a question comes in, it and its answer are written into the record, and both come out as
 * a page shows them. It must never know who asks, by which door, or whether they may.
 *
 * <p>{@link se.lotsen.asking.Intake} takes the question, {@link se.lotsen.asking.Answers} has it answered and stored,
 * {@link se.lotsen.asking.Turn} is what pages show.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "privacy", "language", "conversation", "answering"})
package se.lotsen.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
