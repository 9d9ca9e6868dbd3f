package se.lotsen.conversation;

import java.time.Instant;

/**
 * What the agent is told of a case when it is handed over, as it was then.
 *
 * @param number counts the conversation's handovers from 1
 * @param document a JSON object
 */
public record HandoverPacket(int number, String document, Instant at) {
}
