/**
 * The thinking: a masked question comes in, a decision and the events of its answer go out. It must never write HTTP or
 * store anything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "language", "knowledge", "screening", "retrieval",
        "confidence", "grounding", "languagemodel",
        "conversation", "handover"})
package se.lotsen.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
