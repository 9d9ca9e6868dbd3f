/**
 * The mirror: question files and retrieval sets come in, figures with their intervals go out. It must never change what
 * it measures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "screening", "embedding", "retrieval",
        "confidence",
        "grounding", "answering", "conversation", "gaps", "extraction", "fetching", "importing",
        "inspection"})
package se.lotsen.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
