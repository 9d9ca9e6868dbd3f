package se.lotsen.importing;

import org.jspecify.annotations.Nullable;

/**
 * A page in a run.
 *
 * @param position from 1, in the source's order
 * @param address see {@link Listed}
 * @param listed when it changed last, as the source writes it; null when it does not say
 * @param reason why it was left out or is gone; null for every other outcome
 * @param status that the server answered with; 0 when that says nothing
 * @param title empty when it was not read
 * @param file of the knowledge base that it is or would be; empty for none
 */
public record RunItem(int position, String address, @Nullable String listed, ItemOutcome outcome,
        @Nullable ItemReason reason, int status, String title, String file) {
}
