/**
 * The notice board: what everybody may know of the assistant. The running configuration and last month's figures come in; one
 * public page goes out. It must never show more than totals, and nothing that is not so in this installation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "conversation", "insight", "languagemodel", "widget"})
package se.lotsen.openness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
