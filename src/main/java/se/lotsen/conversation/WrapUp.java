package se.lotsen.conversation;

import java.time.Instant;

/**
 * How an agent summed up a case on ending it; for staff, never part of the stream.
 *
 * @param number the event id of the {@code RESOLVED} change
 * @param code what the case ended in, a code of the municipality's own
 * @param contactReason why the citizen made contact, a code of the municipality's own
 */
public record WrapUp(long number, Agent agent, String code, String contactReason, Instant at) {
}
