/**
 * The settings: what the assistant says and does beside the pages, which editors change without a deployment. Fields of forms and
 * texts come in, drafts of the knowledge base's other files go out. It must never write a file or serve one itself: that is the
 * archive's, after what it changes was looked at.
 *
 * <p>It has no door: editors use its pages ({@code /editor/installningar}). Each subject's form changes the file's text and keeps
 * the rest of it, comments too, as it was written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "archive", "answering", "handover", "knowledge",
        "editor", "staff"})
package se.lotsen.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
