/**
 * Turns raw text into {@link se.lotsen.privacy.MaskedText}. What a person typed comes in; what may be stored,
 * indexed, logged or sent to a model goes out. It must never know who asks it or what the text is for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
