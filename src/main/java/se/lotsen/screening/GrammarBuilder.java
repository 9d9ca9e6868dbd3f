package se.lotsen.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lotsen.screening.PatternText.Choice;
import se.lotsen.screening.PatternText.Concept;
import se.lotsen.screening.PatternText.Phrase;
import se.lotsen.screening.PatternText.Run;
import se.lotsen.screening.PatternText.Word;

/** Numbers words, concepts and patterns. Concepts must exist and must not contain themselves: that is checked before. */
final class GrammarBuilder {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Integer> concepts = new HashMap<>();
    private final Map<RunOf, Integer> runs = new HashMap<>();
    private final List<Raw> raws = new ArrayList<>();
    private final Map<Integer, List<Raw>> byTarget = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();
    /** By symbol, in how many phrases it stands. */
    private int[] uses = new int[1024];
    private int symbols;

    private record Raw(int target, CompiledPhrase.Part[] parts, boolean fromStart, boolean toEnd) {
    }

    /** Words next to one another, which are compared as their language is spelt. */
    private record RunOf(PolicyLanguage language, Run run) {
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The symbol of a concept in a language, the same each time. */
    int concept(PolicyLanguage language, String name) {
        return concepts.computeIfAbsent(language + " " + name, key -> Grammar.symbolOfConcept(symbols++));
    }

    /** A symbol of its own. */
    int symbol() {
        return Grammar.symbolOfConcept(symbols++);
    }

    /** The target is seen wherever the phrase is. */
    void add(int target, PolicyLanguage language, Phrase phrase) {
        CompiledPhrase.Part[] parts = new CompiledPhrase.Part[phrase.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            PatternText.Part part = phrase.parts().get(i);
            int[] symbols = part.choices().stream().mapToInt(choice -> symbol(language, choice)).toArray();
            parts[i] = new CompiledPhrase.Part(symbols, part.gap());
            for (int symbol : symbols) {
                use(symbol);
            }
        }
        Raw raw = new Raw(target, parts, phrase.fromStart(), phrase.toEnd());
        raws.add(raw);
        byTarget.computeIfAbsent(target, key -> new ArrayList<>(1)).add(raw);
    }

    private void use(int symbol) {
        if (symbol >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * symbol);
        }
        uses[symbol]++;
    }

    private int symbol(PolicyLanguage language, Choice choice) {
        return switch (choice) {
            case Word word ->
                Grammar.symbolOfWord(vocabulary.number(Term.of(language, word.word(), word.stem())));
            case Run run -> run(language, run);
            case Concept concept -> concept(language, concept.name());
        };
    }

    private int run(PolicyLanguage language, Run run) {
        RunOf runOf = new RunOf(language, run);
        Integer known = runs.get(runOf);
        if (known != null) {
            return known;
        }
        int symbol = symbol();
        runs.put(runOf, symbol);
        add(symbol, language, new Phrase(run.words().stream()
                .map(word -> new PatternText.Part(List.<Choice>of(word), false)).toList(), false, false));
        return symbol;
    }

    Grammar build() {
        Map<Integer, List<CompiledPhrase>> byKey = new HashMap<>();
        List<CompiledPhrase> empty = new ArrayList<>();
        for (Raw raw : raws) {
            level(raw.target());
            CompiledPhrase phrase = new CompiledPhrase(raw.target(), raw.parts(), raw.fromStart(),
                    raw.toEnd(), level(raw));
            if (raw.parts().length == 0) {
                empty.add(phrase);
            } else {
                Arrays.stream(key(raw).symbols()).distinct()
                        .forEach(symbol -> byKey.computeIfAbsent(symbol, key -> new ArrayList<>(1))
                                .add(phrase));
            }
        }
        int most = 1 + Math.max(Grammar.symbolOfConcept(symbols), highest(byKey));
        CompiledPhrase[] @Nullable [] phrases = new CompiledPhrase[most][];
        byKey.forEach((symbol, list) -> phrases[symbol] = list.toArray(new CompiledPhrase[0]));
        return new Grammar(vocabulary, phrases, empty.toArray(new CompiledPhrase[0]),
                levels.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static int highest(Map<Integer, List<CompiledPhrase>> byKey) {
        return byKey.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The part that fewest phrases have: what is rare in patterns is rare in questions. */
    private CompiledPhrase.Part key(Raw raw) {
        CompiledPhrase.Part rarest = raw.parts()[0];
        for (CompiledPhrase.Part part : raw.parts()) {
            if (uses(part) < uses(rarest)) {
                rarest = part;
            }
        }
        return rarest;
    }

    private int uses(CompiledPhrase.Part part) {
        int uses = 0;
        for (int symbol : part.symbols()) {
            uses += this.uses[symbol];
        }
        return uses;
    }

    /** One more than the highest level of what the phrase is made of. */
    private int level(Raw raw) {
        int level = 0;
        for (CompiledPhrase.Part part : raw.parts()) {
            for (int symbol : part.symbols()) {
                level = Math.max(level, level(symbol));
            }
        }
        return level + 1;
    }

    /** The highest level of the phrases in which the symbol is seen; 0 of words. */
    private int level(int symbol) {
        Integer known = levels.get(symbol);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (Raw raw : byTarget.getOrDefault(symbol, List.of())) {
            level = Math.max(level, level(raw));
        }
        levels.put(symbol, level);
        return level;
    }
}
