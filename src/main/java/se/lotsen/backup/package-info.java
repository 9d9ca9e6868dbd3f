/**
 * The vault: copies of everything that Lotsen keeps. A database and folders come in; one file that any Lotsen can read comes
 * out, and the other way round. It must never know what the rows mean: what a later version adds is copied without being
 * named here.
 *
 * <p>Why it is a format of its own: {@code docs/adr/0057-portable-backup.md}. How it is used: {@code docs/operations.md}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "knowledge"})
package se.lotsen.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
