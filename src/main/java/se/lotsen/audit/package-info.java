/**
 * The audit log: who changed what and when, for every room. An actor, an action and an id come in; entries in their order go
 * out, chained so that a change to any of them shows. It must never know what a citizen wrote, or what the ids stand for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage"})
package se.lotsen.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
