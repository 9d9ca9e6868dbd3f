/**
 * The ear: a text comes in, the configured language that it is written in goes out. It must never translate or decide.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
