/**
 * The wire to models: requests with deadlines, limits and cancellation come in, answers go out. It must never know what
 * is asked, nor of whom.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.modelhttp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
