/**
 * The library: the municipality's pages, cut into passages, and every other file that editors keep in the
 * knowledge-base folder. Files come in; pages, passages and findings about broken files go out. It must never know
 * what anybody asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
