/**
 * The terminal's front door, as {@code chat} is the web's: arguments come in, results go to standard output,
 * diagnostics to standard error, and an exit status to the shell.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "embedding", "retrieval", "confidence",
        "answering", "conversation", "desk", "widget", "trial",
        "evaluation", "radar", "audit", "storage", "backup"})
package se.lotsen.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
