/**
 * The sheet: rows of words and numbers come in, a file that spreadsheets open goes out. It must never know what they mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.lotsen.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
