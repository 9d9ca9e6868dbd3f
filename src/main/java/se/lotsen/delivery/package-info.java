/**
 * The post: what the municipality's other systems are told of handovers, and what citizens were promised. Entries of the
 * record's outbox come in, mails, signed calls and errands go out; a citizen's wish comes in, a promise with a receipt and
 * a time goes out, and an alarm before the time is up. It must never know what was said in a conversation.
 *
 * <p>{@link se.lotsen.delivery.Promises} is the door for whoever promises something, {@link se.lotsen.delivery.CitizenContacts} for whoever has
 * something to tell those who left how to reach them, {@link se.lotsen.delivery.PromiseText}
 * says it, and {@link se.lotsen.delivery.PromiseAtRisk} is the alarm. Deliveries have no door: they follow from the configuration ({@code lotsen.delivery}) alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "conversation", "handover", "privacy", "knowledge",
        "language",
        "staff"})
package se.lotsen.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
