package se.lotsen.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;

/** How long conversations are kept; whoever keeps the municipality's disposal decisions answers. */
@FunctionalInterface
public interface RetentionRules {

    /**
     * For one class of records.
     *
     * @param period after how long without a new event or rating a conversation is disposed of; at least a day
     * @param decision the number of the municipality's decision; empty where none is named
     */
    record Rule(Duration period, String decision) {
    }

    Rule of(ConversationClass kind);

    /** The same for all, without a decision. */
    static RetentionRules all(Duration period) {
        return kind -> new Rule(period, "");
    }

    /** After which no conversation is kept without a reason of its own. */
    default Duration longest() {
        return Arrays.stream(ConversationClass.values()).map(kind -> of(kind).period())
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Before which no conversation is disposed of because of its age. */
    default Duration shortest() {
        return Arrays.stream(ConversationClass.values()).map(kind -> of(kind).period())
                .min(Comparator.naturalOrder()).orElseThrow();
    }
}
