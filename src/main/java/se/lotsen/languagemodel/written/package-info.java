/** The written voice: a model's stream becomes whole sentences with their citations and the pages' own values. */
@NullMarked
package se.lotsen.languagemodel.written;

import org.jspecify.annotations.NullMarked;
