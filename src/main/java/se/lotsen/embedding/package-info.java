/**
 * The sense of meaning: masked texts come in, vectors go out, or the plain word that there are none. It must never
 * decide anything, and a question must never wait for it longer than its deadline.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "modelhttp")
package se.lotsen.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
