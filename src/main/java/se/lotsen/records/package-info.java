/**
 * The archive's office: what the municipality must keep, may dispose of and has to release. Decisions on retention, marks and
 * requests of records officers come in; disposal, a log of it, and copies of single conversations go out. It must never
 * change what was said, nor show a secret case to anybody whose account does not list its queue.
 *
 * <p>It has no door: officers use its pages ({@code /records}), and the record asks it how long conversations are kept.
 * {@link se.lotsen.records.RecordClass} says which table belongs to which class; {@code docs/records.md} what it all means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "conversation", "delivery", "handover",
        "privacy", "staff"})
package se.lotsen.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
