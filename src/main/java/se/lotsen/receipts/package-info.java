/**
 * The receipts: an answer that has ended comes in, a receipt that can be quoted goes out; later the receipt's id comes in, and the
 * same answer goes out again, from the pages as they were then, or what keeps it from being the same. It must never know who
 * asks, and never keep what they wrote.
 *
 * <p>{@link se.lotsen.receipts.Receipt} is what a receipt says, {@link se.lotsen.receipts.Replays} gives an answer again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "knowledge", "languagemodel", "retrieval", "confidence",
        "answering", "asking",
        "conversation", "archive", "audit", "staff", "chat"})
package se.lotsen.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
