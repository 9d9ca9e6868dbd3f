/**
 * The porter: a masked question comes in, the rule that it meets before any search goes out: an emergency, a wish for a
 * person, another authority, a judgement. It must never search, and holds no word lists of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "handover"})
package se.lotsen.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
