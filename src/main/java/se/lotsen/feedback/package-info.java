/**
 * The verdicts: what staff think of answers, and what citizens think of the assistant and of the people. A grade or a score
 * comes in, lists, an export and figures go out. It must never know who may see a conversation.
 *
 * <p>{@link se.lotsen.feedback.Grades} and {@link se.lotsen.feedback.Satisfaction} are the doors.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "handover", "privacy", "staff"})
package se.lotsen.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
