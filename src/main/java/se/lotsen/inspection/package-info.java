/**
 * The inspection: pages come in, with how often citizens meet each and what became of following their links, and what is
 * wrong with them goes out, the worst first. It reads nothing but what it is given, remembers nothing, and must never change a page.
 *
 * <p>{@link se.lotsen.inspection.Sweep} is the door. What two pages must share to contradict each other is decided in
 * docs/adr/0041.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"knowledge", "grounding"})
package se.lotsen.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
