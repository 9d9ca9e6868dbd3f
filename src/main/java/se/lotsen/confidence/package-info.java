/**
 * The gauge: the figures of a retrieval come in, a calibrated probability and a verdict go out. It must never read a text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge", "retrieval"})
package se.lotsen.confidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
