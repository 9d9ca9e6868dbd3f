/**
 * The import of what a municipality already has: a source comes in (a site map, addresses, a folder, a file, a catalogue of
 * e-services), and drafts go out, each with the reason where there is none. A run is shown before it changes anything, can be
 * followed, cancelled, and goes on after a restart. It must never publish a page, nor send anybody but the guarded fetch out.
 *
 * <p>{@link se.lotsen.importing.Imports} is the door of a service, {@link se.lotsen.importing.SiteImport} that of a measurement.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "archive", "extraction", "fetching", "handover",
        "knowledge",
        "staff"})
package se.lotsen.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
