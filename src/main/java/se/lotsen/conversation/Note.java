package se.lotsen.conversation;

import java.time.Instant;
import se.lotsen.privacy.MaskedText;

/**
 * What staff write for each other. It is no event, so that it cannot reach the citizen.
 *
 * @param number counts from 1 within the conversation
 */
public record Note(int number, Agent agent, MaskedText text, Instant at) {
}
