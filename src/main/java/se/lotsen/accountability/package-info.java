/**
 * The open books: who did what, shown, looked at and taken away as a file; and the documents that a municipality owes those who
 * ask how its assistant works, filled from the running configuration. Settings and the audit log come in, pages and files go
 * out. It must never know what anybody asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit", "records", "staff", "archive", "privacy",
        "language",
        "knowledge",
        "confidence", "languagemodel", "handover", "widget"})
package se.lotsen.accountability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
