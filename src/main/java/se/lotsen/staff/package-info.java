/**
 * The staff entrance: who works here, and whether it is they. A name and a password, a one-time link or the organisation's
 * own sign-in come in; a {@link se.lotsen.staff.StaffMember} goes out. It must never know what the staff work with.
 *
 * <p>{@link se.lotsen.staff.StaffAccounts} is the room's door. Everything below {@code /desk}, {@code /editor},
 * {@code /operations}, {@code /staff} and {@code /api/desk} is guarded here; what citizens use is not touched.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "audit"})
package se.lotsen.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
