/**
 * The search: pages come in and are indexed, a question comes in and ranked passages go out, each with the figures that
 * the confidence needs. It must never decide whether to answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge", "embedding"})
package se.lotsen.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
