/**
 * The readers of what others have written: web pages, PDF documents, tables of questions and answers, catalogues of
 * e-services come in as bytes, and pages in Markdown go out, without menus, cookie boxes and what else surrounds a text.
 * Every document is read in a worker with limits, as nobody knows who made it. It must never fetch or store anything.
 *
 * <p>{@link se.lotsen.extraction.Extractor} is the door.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge"})
package se.lotsen.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
