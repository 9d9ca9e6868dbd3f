/**
 * The ear: a text comes in, the configured language that it is written in goes out. It must never translate or decide. It also
 * finds the file of texts that belongs to a language's tag.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
