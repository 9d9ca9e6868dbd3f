package se.lotsen.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All words, concepts and patterns of the policy files in numbers. A question is read from its words upwards: only
 * phrases whose rarest word or concept has been seen are tried at all, so that unconcerned patterns cost nothing.
 */
final class Grammar {
    private final Vocabulary vocabulary;
    private final CompiledPhrase[] @Nullable [] byKey;
    private final CompiledPhrase[] empty;
    private final int highest;

    /**
     * @param byKey by symbol, the phrases to be tried when it has been seen
     * @param empty phrases without words
     * @param highest level of all phrases
     */
    Grammar(Vocabulary vocabulary, CompiledPhrase[] @Nullable [] byKey, CompiledPhrase[] empty, int highest) {
        this.vocabulary = vocabulary;
        this.byKey = byKey;
        this.empty = empty;
        this.highest = highest;
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
        return Arrays.stream(byKey).mapToInt(phrases -> phrases == null ? 0 : phrases.length).sum();
    }

    /** Everything that stands in the question, leaving out the hidden words. */
    Sightings read(List<WordReader.Read> words, BitSet hidden, Effort effort) {
        Sightings sightings = new Sightings();
        List<List<CompiledPhrase>> waiting = new ArrayList<>();
        for (int level = 0; level <= highest; level++) {
            waiting.add(new ArrayList<>());
        }
        for (CompiledPhrase phrase : empty) {
            waiting.get(phrase.level()).add(phrase);
        }
        WordReader.sight(words, hidden, (symbol, start, end) -> {
            if (sightings.add(symbol, start, end)) {
                wait(symbol, waiting);
            }
        });
        for (int level = 0; level <= highest; level++) {
            for (CompiledPhrase phrase : waiting.get(level)) {
                effort.phrase();
                if (phrase.sight(sightings, words.size())) {
                    wait(phrase.target(), waiting);
                }
            }
        }
        return sightings;
    }

    /** Phrases with the symbol have a higher level than all phrases that make up the symbol, so none comes too late. */
    private void wait(int symbol, List<List<CompiledPhrase>> waiting) {
        CompiledPhrase[] phrases = symbol < byKey.length ? byKey[symbol] : null;
        if (phrases != null) {
            for (CompiledPhrase phrase : phrases) {
                waiting.get(phrase.level()).add(phrase);
            }
        }
    }
}
