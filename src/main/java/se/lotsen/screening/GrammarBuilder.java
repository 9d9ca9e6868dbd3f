package se.lotsen.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.screening.PatternText.Choice;
import se.lotsen.screening.PatternText.Concept;
import se.lotsen.screening.PatternText.Phrase;
import se.lotsen.screening.PatternText.Run;
import se.lotsen.screening.PatternText.Word;

/** Numbers words, concepts and patterns. Concepts must exist and must not contain themselves: that is checked before. */
final class GrammarBuilder {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Integer> concepts = new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private final List<Raw> raws = new ArrayList<>();
    private final Map<Integer, List<Raw>> byTarget = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();
    private final Map<Integer, Integer> uses = new HashMap<>();
    private int symbols;

    private record Raw(int target, List<CompiledPhrase.Part> parts, boolean fromStart, boolean toEnd) {
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
        List<CompiledPhrase.Part> parts = phrase.parts().stream()
                .map(part -> new CompiledPhrase.Part(
                        part.choices().stream().map(choice -> symbol(language, choice)).toList(), part.gap()))
                .toList();
        Raw raw = new Raw(target, parts, phrase.fromStart(), phrase.toEnd());
        raws.add(raw);
        byTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(raw);
        parts.forEach(part -> part.symbols().forEach(symbol -> uses.merge(symbol, 1, Integer::sum)));
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
        Integer known = runs.get(language + " " + run);
        if (known != null) {
            return known;
        }
        int symbol = symbol();
        runs.put(language + " " + run, symbol);
        add(symbol, language, new Phrase(run.words().stream()
                .map(word -> new PatternText.Part(List.<Choice>of(word), false)).toList(), false, false));
        return symbol;
    }

    Grammar build() {
        Map<Integer, List<CompiledPhrase>> byKey = new HashMap<>();
        List<CompiledPhrase> empty = new ArrayList<>();
        for (Raw raw : raws) {
            CompiledPhrase phrase = new CompiledPhrase(raw.target(), raw.parts(), raw.fromStart(),
                    raw.toEnd(),
                    level(raw));
            if (raw.parts().isEmpty()) {
                empty.add(phrase);
            } else {
                key(raw).symbols().stream().distinct()
                        .forEach(symbol -> byKey.computeIfAbsent(symbol, key -> new ArrayList<>())
                                .add(phrase));
            }
        }
        return new Grammar(vocabulary, byKey, List.copyOf(empty), Map.copyOf(levels));
    }

    /** The part that fewest phrases have: what is rare in patterns is rare in questions. */
    private CompiledPhrase.Part key(Raw raw) {
        CompiledPhrase.Part rarest = raw.parts().get(0);
        for (CompiledPhrase.Part part : raw.parts()) {
            if (uses(part) < uses(rarest)) {
                rarest = part;
            }
        }
        return rarest;
    }

    private int uses(CompiledPhrase.Part part) {
        return part.symbols().stream().mapToInt(symbol -> uses.getOrDefault(symbol, 0)).sum();
    }

    private int level(Raw raw) {
        int level = 0;
        for (CompiledPhrase.Part part : raw.parts()) {
            for (int symbol : part.symbols()) {
                level = Math.max(level, level(symbol));
            }
        }
        level(raw.target());
        return level + 1;
    }

    private int level(int symbol) {
        Integer known = levels.get(symbol);
        if (known != null) {
            return known;
        }
        int level = 0;
        for (Raw raw : byTarget.getOrDefault(symbol, List.of())) {
            for (CompiledPhrase.Part part : raw.parts()) {
                for (int inner : part.symbols()) {
                    level = Math.max(level, level(inner));
                }
            }
            level = Math.max(level, 0);
        }
        int result = byTarget.containsKey(symbol) ? level + 1 : 0;
        levels.put(symbol, result);
        return result;
    }
}
