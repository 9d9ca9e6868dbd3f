/**
 * The figures: what was asked, answered, handed over and found helpful, for those who lead the work. Questions, cases,
 * scores and pages come in; daily totals, charts with tables, a file and a monthly report go out. It must never show or
 * keep a citizen's words, nor follow anybody from one conversation to another.
 *
 * <p>One door: {@link se.lotsen.insight.LastMonth}, what everybody may see. {@code docs/insight.md} defines every number.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "privacy", "archive", "confidence", "conversation",
        "feedback",
        "handover",
        "knowledge", "spreadsheet", "staff"})
package se.lotsen.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
