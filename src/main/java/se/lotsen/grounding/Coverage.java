package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/** Most content words of the sentence must be words of the source, or parts or wholes of its compounds. */
final class Coverage {
    /** The share of content words that must be covered; set by measurement over rewordings and foreign sentences. */
    static final double ENOUGH = 0.7;
    private static final int SHORTEST_PART = 4;

    private final List<Item> items;
    private final Source source;

    Coverage(Reading sentence, Source source) {
        this.items = sentence.items();
        this.source = source;
    }

    void faults(Consumer<Fault> faults) {
        int words = 0;
        List<String> uncovered = new ArrayList<>();
        for (Item item : items) {
            if (item.role() == Role.WORD || item.role() == Role.NAME) {
                words++;
                if (!source.holds(item.key()) && !isPartOfCompound(item.key())) {
                    uncovered.add(item.written());
                }
            }
        }
        if (words - uncovered.size() < ENOUGH * words) {
            faults.accept(new Fault(Kind.UNCOVERED_WORDS, String.join(" ", uncovered)));
        }
    }

    private boolean isPartOfCompound(String word) {
        if (word.length() < SHORTEST_PART) {
            return false;
        }
        for (String key : source.keys()) {
            boolean part = key.length() >= SHORTEST_PART
                    && (key.contains(word) || word.startsWith(key) || word.endsWith(key));
            if (part) {
                return true;
            }
        }
        return false;
    }
}
