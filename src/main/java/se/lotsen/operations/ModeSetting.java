package se.lotsen.operations;

import java.time.Instant;
import se.lotsen.answering.AssistantMode;
import se.lotsen.audit.Actor;

/**
 * Somebody has set the assistant.
 *
 * @param reason why, without personal data
 */
record ModeSetting(AssistantMode mode, String reason, Actor by, Instant at) {
}
