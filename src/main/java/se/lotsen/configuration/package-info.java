/**
 * The doorkeeper of settings: what an operator has written comes in, and one line in Swedish goes out for each setting that
 * cannot work, before anything has started, or that nobody reads. It must never know what a setting is for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
