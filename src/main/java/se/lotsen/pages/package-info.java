/**
 * The reception: what a citizen's browser is shown. Requests of browsers come in; pages, forms without JavaScript, the
 * chat's script and the headers that guard them go out. It must never do for a page what the API would not do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy", "knowledge", "language", "conversation", "answering",
        "asking", "handover", "chat", "widget"})
package se.lotsen.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
