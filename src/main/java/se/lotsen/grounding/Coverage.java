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
                boolean unknown = !source.holds(item.key()) && !source.holdsPart(item.key());
                boolean glue = Words.isGlue(item.written()) || unknown && Words.isLight(item.written());
                words += glue ? 0 : 1;
                if (!glue && unknown) {
                    uncovered.add(item.written());
                }
            }
        }
        if (words - uncovered.size() < ENOUGH * words) {
            faults.accept(new Fault(Kind.UNCOVERED_WORDS, String.join(" ", uncovered)));
        }
    }
}
