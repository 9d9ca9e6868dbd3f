/**
 * The archive: every version of every file that editors keep, and what they are writing. A text and who wrote it come in;
 * drafts, revisions and the working copy in the knowledge-base folder go out. It must never know what anybody asked.
 *
 * <p>{@link se.lotsen.archive.Archive} is the door, {@link se.lotsen.audit.AuditLog} says who did what. A change that is made
 * in the folder by somebody else enters as a revision, or as a draft where a second pair of eyes is wanted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "knowledge", "staff"})
package se.lotsen.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
