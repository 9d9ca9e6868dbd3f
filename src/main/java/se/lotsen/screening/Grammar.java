package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * All words, concepts and patterns of the policy files in numbers. A question is read from its words upwards: only
 * phrases whose rarest word or concept has been seen are tried at all, so that unconcerned patterns cost nothing.
 */
final class Grammar {
    private final Vocabulary vocabulary;
    private final Map<Integer, List<CompiledPhrase>> byKey;
    private final List<CompiledPhrase> empty;
    private final Map<Integer, Integer> levels;
    private final int highest;

    Grammar(Vocabulary vocabulary, Map<Integer, List<CompiledPhrase>> byKey, List<CompiledPhrase> empty,
            Map<Integer, Integer> levels) {
        this.vocabulary = vocabulary;
        this.byKey = byKey;
        this.empty = empty;
        this.levels = levels;
        this.highest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The number of a pattern word among the symbols. */
    static int symbolOfWord(int number) {
        return 2 * number;
    }

    /** The number of a concept or pattern among the symbols. */
    static int symbolOfConcept(int number) {
        return 2 * number + 1;
    }

    WordReader words() {
        return new WordReader(vocabulary);
    }

    /** How many phrases there are. */
    int phrases() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    /** Everything that stands in the question, leaving out the hidden words. */
    Sightings read(List<WordReader.Read> words, BitSet hidden, Effort effort) {
        Sightings sightings = new Sightings();
        List<List<Integer>> found = lists();
        WordReader.sight(words, hidden, (symbol, span) -> {
            if (sightings.add(symbol, span.start(), span.end())) {
                found.get(0).add(symbol);
            }
        });
        List<List<CompiledPhrase>> waiting = new ArrayList<>();
        for (int level = 0; level <= highest; level++) {
            waiting.add(new ArrayList<>());
        }
        empty.forEach(phrase -> waiting.get(phrase.level()).add(phrase));
        for (int level = 0; level <= highest; level++) {
            for (CompiledPhrase phrase : waiting.get(level)) {
                effort.phrase();
                if (phrase.sight(sightings, words.size())) {
                    found.get(levels.getOrDefault(phrase.target(), highest)).add(phrase.target());
                }
            }
            for (int symbol : found.get(level)) {
                byKey.getOrDefault(symbol, List.of())
                        .forEach(phrase -> waiting.get(phrase.level()).add(phrase));
            }
        }
        return sightings;
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int level = 0; level <= highest; level++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
