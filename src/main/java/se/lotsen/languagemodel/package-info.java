/**
 * The voice: a question and the passages that answer it come in, cited sentences go out. It decides nothing and
 * triggers nothing; its text is untrusted until somebody else has checked it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "modelhttp"})
package se.lotsen.languagemodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
