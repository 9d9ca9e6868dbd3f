/**
 * The editors' workspace: what editors type comes in, and drafts, publications and pages about pages go out. It must never
 * decide what residents are answered, nor write a file itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "knowledge", "handover", "conversation",
        "archive",
        "importing",
        "trial",
        "staff"})
package se.lotsen.editor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
