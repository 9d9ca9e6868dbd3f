/**
 * The desk: where people of the municipality take over conversations. A signed-in agent's forms come in, changes in the
 * record go out, and pages that follow them. It must never let a note, or a case of a queue that somebody does not take,
 * out to whom it is not for.
 *
 * <p>The only door is {@link se.lotsen.desk.DeskTermsCheck}: other rooms meet the desk's work in the record. What is done with a case stands in
 * {@code CaseWork}, who is there in {@code Attendance}, what a municipality says and counts in {@code DeskFile}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "staff", "asking", "conversation", "handover", "privacy",
        "knowledge", "delivery", "feedback", "conduct", "spreadsheet"})
package se.lotsen.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
