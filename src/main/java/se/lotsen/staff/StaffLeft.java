package se.lotsen.staff;

import java.util.UUID;

/**
 * All sessions of an account have ended: it was disabled, or its password changed. Requests notice by themselves; whoever
 * keeps a stream open for the person listens for this event and ends it.
 */
public record StaffLeft(UUID account) {
}
