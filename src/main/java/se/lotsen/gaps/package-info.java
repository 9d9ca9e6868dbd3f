/**
 * The gaps: questions that were asked and not answered well come in, groups of them go out, and from each a phrasing, a page
 * or a test question can be made as a draft. It must never publish anything, answer a citizen, or keep what one wrote: its
 * tables hold numbers of questions, and the words go with their conversation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "privacy", "knowledge", "retrieval",
        "conversation",
        "answering",
        "feedback", "languagemodel", "archive", "staff"})
package se.lotsen.gaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
