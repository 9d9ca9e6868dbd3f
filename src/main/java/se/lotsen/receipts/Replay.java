package se.lotsen.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the attempt to give an answer again; its JSON is what {@code ./lotsen replay} reads.
 *
 * @param receipt what the receipt says; null where there is none that can be trusted
 * @param part what was tampered with, or is missing; null where nothing is
 * @param then what was answered; empty where that is not kept any more and cannot be found again
 * @param now what the same question gives today from the pages of that time, in their own words
 * @param differences where the two part
 * @param pages the pages that were read whose served version is another one today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(Result result, String id, @Nullable Receipt receipt, @Nullable String part, List<Line> then,
        List<Line> now, List<Difference> differences, List<ChangedPage> pages) {

    /** How it ended. */
    enum Result {
        /** Byte for byte the same sentences. */
        SAME,
        /** Not the same, and no model spoke: see the differences. */
        DIFFERENT,
        /** A model spoke: its words cannot be had again, the quotation behind them can. */
        MODEL,
        /** The conversation is disposed of: the receipt is whole, and what was quoted was looked up in the archive. */
        DISPOSED,
        /** Somebody has changed the receipt or the answer. */
        TAMPERED,
        /** A version of a file that was answered from is not in the archive. */
        INCOMPLETE,
        /** There is no such receipt. */
        UNKNOWN
    }

    /** What was tampered with. */
    enum Part {
        RECEIPT, ANSWER, EXPLANATION, KNOWLEDGE
    }

    /**
     * A sentence.
     *
     * @param text empty where it could not be found again
     * @param page that it was quoted from; null for a fixed reply
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String text, @Nullable String page, @Nullable String revision) {
    }

    /**
     * One difference.
     *
     * @param then empty where there was nothing
     * @param now empty where there is nothing
     */
    record Difference(What what, String then, String now) {
    }

    /** In what two answers can differ. */
    enum What {
        OUTCOME, SENTENCE, CHOICES, PAGES, SETTINGS, SOFTWARE
    }

    /**
     * A page of which another version is served today.
     *
     * @param now empty where the page is not served any more
     */
    record ChangedPage(String page, String then, String now) {
    }

    static Replay without(Result result, String id) {
        return new Replay(result, id, null, null, List.of(), List.of(), List.of(), List.of());
    }

    static Replay tampered(String id, Part part) {
        return new Replay(Result.TAMPERED, id, null, part.name(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether the same words came out, or nothing speaks against those that were said. */
    @JsonIgnore
    public boolean isFine() {
        return result == Result.SAME || result == Result.MODEL || result == Result.DISPOSED;
    }
}
