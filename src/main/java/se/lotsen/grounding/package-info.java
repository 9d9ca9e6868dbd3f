/**
 * The proofreader: a text and the passages it cites come in, what they do not hold goes out. It must never write a text
 * of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge", "handover"})
package se.lotsen.grounding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
