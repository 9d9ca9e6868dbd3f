package se.lotsen.grounding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All cited passages together. */
final class Source {
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_WHOLE = 5;

    private final List<ReadPassage> passages;
    private final List<ReadStatement> statements;
    private final Map<String, Double> rarity;

    Source(List<ReadPassage> passages) {
        this.passages = passages;
        this.statements = passages.stream().flatMap(passage -> passage.statements().stream()).toList();
        this.rarity = passages.size() == 1 ? passages.getFirst().rarity() : together(passages);
    }

    private Source(Source whole, List<ReadStatement> left) {
        this.passages = whole.passages;
        this.statements = left;
        this.rarity = whole.rarity;
    }

    /** The source as if these were not in it. */
    Source without(List<ReadStatement> taken) {
        return new Source(this, statements.stream().filter(statement -> !taken.contains(statement)).toList());
    }

    private static Map<String, Double> together(List<ReadPassage> passages) {
        Map<String, Double> least = new HashMap<>();
        passages.forEach(
                passage -> passage.rarity().forEach((key, value) -> least.merge(key, value, Math::min)));
        return least;
    }

    List<ReadStatement> statements() {
        return statements;
    }

    ToDoubleFunction<String> rarity() {
        return key -> rarity.getOrDefault(key, 0.0);
    }

    boolean holds(String key) {
        return rarity.containsKey(key);
    }

    /** Whether a compound of the source begins or ends with the word, or the word with one of the source's. */
    boolean holdsPart(String word) {
        if (word.length() < SHORTEST_PART) {
            return false;
        }
        for (String key : rarity.keySet()) {
            boolean part = key.startsWith(word) || key.endsWith(word);
            boolean whole = key.length() >= SHORTEST_WHOLE && (word.startsWith(key) || word.endsWith(key));
            if (part || whole) {
                return true;
            }
        }
        return false;
    }

    /** Whether a compound of the source is written apart as these two. */
    boolean holdsJoined(String first, String second) {
        return rarity.keySet().stream().anyMatch(key -> key.length() == first.length() + second.length()
                && key.startsWith(first) && key.endsWith(second));
    }

    boolean isName(String key) {
        return passages.stream().anyMatch(passage -> passage.names().contains(key));
    }

    /** The share, 0..1, of the sentence's keys that the statement holds, the rarer the more. */
    double overlap(List<Item> sentence, ReadStatement statement) {
        double held = 0;
        double all = 0;
        for (Item item : sentence) {
            String key = Context.key(item);
            double weight = rarity.getOrDefault(key, 0.3);
            all += weight;
            held += statement.keys().contains(key) ? weight : 0;
        }
        return all == 0 ? 0 : held / all;
    }
}
