package se.lotsen.delivery;

import org.jspecify.annotations.Nullable;
import se.lotsen.privacy.MaskedText;

/**
 * What a citizen asks for and is to be promised.
 *
 * @param slot one of those that were offered; its end counts, where it begins is looked up
 * @param contact as the citizen wrote it: a telephone number for a call, an address for an e-mail, null for a message
 * @param text what it is about, masked; null when nothing was said
 * @param packet a JSON object for the agent, as at a handover; may differ in a repeat
 */
public record Wish(Slot slot, String language, @Nullable String contact, @Nullable MaskedText text,
        String packet) {

    /** Deliberately without the contact, so that a stray log statement cannot print it. */
    @Override
    public String toString() {
        return "Wish[" + slot + ", " + language + "]";
    }
}
