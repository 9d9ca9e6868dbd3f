package se.lotsen.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.MaskedText;

/**
 * What the citizen thought of an answer; the latest word only.
 *
 * @param answer the answer's number, counted from 1 within the conversation
 */
public record Rating(int answer, boolean helpful, @Nullable MaskedText comment, Instant at) {
}
