/**
 * The recall: who was told what has been corrected since. A page, one of its revisions and the passages that were wrong in it
 * come in; the conversations that used them go out, and a correction to their citizens. It must never show an editor who a
 * citizen is, or a word of a secret case.
 *
 * <p>It has no door: editors use its pages ({@code /editor/ratta}). Which citations are wrong is decided in {@code Fault}, what is sent
 * in {@code CorrectionRound}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "archive", "answering", "conversation",
        "delivery",
        "knowledge",
        "privacy", "staff"})
package se.lotsen.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
