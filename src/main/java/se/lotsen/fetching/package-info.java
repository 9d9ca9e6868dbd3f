/**
 * The only way out to the web: an address comes in, and what stands there goes out, or why it was not fetched. Every
 * address is held against the hosts that are allowed, resolved once, checked, and connected to as it was checked. It must
 * never know what a page is for, and no text that a language model has written may become an address here.
 *
 * <p>{@link se.lotsen.fetching.GuardedFetch} is the door; {@link se.lotsen.fetching.FetchRules} says what is allowed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.fetching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
