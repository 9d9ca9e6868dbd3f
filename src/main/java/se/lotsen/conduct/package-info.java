/**
 * The house rules: what protects those who work here. Texts of citizens and marks of agents come in, alerts and holds on
 * disposal go out. It must never decide what the assistant answers.
 *
 * <p>{@link se.lotsen.conduct.ThreatWatch} hears what citizens write, {@link se.lotsen.conduct.ThreatAlerts} keeps what
 * supervisors must see, {@link se.lotsen.conduct.PersonToday} knows whom no person writes with today.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"conversation", "delivery", "handover", "privacy", "screening"})
package se.lotsen.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
