package se.lotsen.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.YamlLines;
import se.lotsen.screening.PatternText.Choice;
import se.lotsen.screening.PatternText.Concept;
import se.lotsen.screening.PatternText.Phrase;

/** The named word lists of all policy files together: every file may use what any file defines. */
final class Concepts {
    private final Map<String, Entry> entries = new HashMap<>();

    /** @param names the concepts that it uses */
    private record Entry(PolicySource source, String name, PolicyLanguage language, String pointer,
            List<PolicySource.Placed> phrases, Set<String> names) {
    }

    /** Reads the concepts of all files; reports what is wrong with them. */
    static Concepts of(List<PolicySource> sources) {
        Concepts concepts = new Concepts();
        sources.forEach(concepts::define);
        List.copyOf(concepts.entries.values()).forEach(concepts::check);
        return concepts;
    }

    private void define(PolicySource source) {
        Map<String, @Nullable Map<String, @Nullable List<@Nullable String>>> lists = source.form().concepts();
        if (lists == null) {
            return;
        }
        lists.forEach((name, byLanguage) -> {
            String pointer = YamlLines.at("/concepts", name);
            if (byLanguage == null || byLanguage.isEmpty()) {
                source.missing(pointer);
                return;
            }
            source.languages(pointer, byLanguage, (language, at) -> {
                List<PolicySource.Placed> phrases = source.patterns(at, byLanguage.get(language.code()));
                Entry entry = new Entry(source, name, language, at, phrases, phrases.stream()
                        .flatMap(placed -> placed.pattern().phrases().stream())
                        .flatMap(phrase -> names(phrase).stream())
                        .collect(Collectors.toSet()));
                Entry first = entries.putIfAbsent(key(language, name), entry);
                if (first != null) {
                    source.duplicate(at, name, first.source().place(first.pointer()));
                }
            });
        });
    }

    private void check(Entry entry) {
        for (PolicySource.Placed placed : entry.phrases()) {
            if (placed.pattern().phrases().size() > 1) {
                entry.source().invalid(placed.pointer());
            }
            checkReferences(entry.source(), entry.language(), placed);
        }
        if (reaches(entry, key(entry.language(), entry.name()), new HashSet<>())) {
            entry.source().invalid(entry.pointer());
        }
    }

    /** Reports every concept in the pattern that does not exist in this language. */
    void checkReferences(PolicySource source, PolicyLanguage language, PolicySource.Placed placed) {
        placed.pattern().phrases().forEach(phrase -> names(phrase).stream()
                .filter(name -> !entries.containsKey(key(language, name)))
                .forEach(name -> source.unknown(placed.pointer(),
                        "<" + name + "> (" + language.code() + ")")));
    }

    private boolean reaches(Entry from, String goal, Set<String> seen) {
        for (String name : from.names()) {
            String key = key(from.language(), name);
            Entry next = entries.get(key);
            if (key.equals(goal) || next != null && seen.add(key) && reaches(next, goal, seen)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Phrase phrase) {
        List<String> names = new ArrayList<>();
        for (PatternText.Part part : phrase.parts()) {
            for (Choice choice : part.choices()) {
                if (choice instanceof Concept concept) {
                    names.add(concept.name());
                }
            }
        }
        return names;
    }

    /** Hands all phrases on to the grammar; only for concepts without faults. */
    void addTo(GrammarBuilder grammar) {
        entries.values().forEach(entry -> {
            int symbol = grammar.concept(entry.language(), entry.name());
            entry.phrases().forEach(placed -> placed.pattern().phrases()
                    .forEach(phrase -> grammar.add(symbol, entry.language(), phrase)));
        });
    }

    private static String key(PolicyLanguage language, String name) {
        return language.code() + " " + name;
    }
}
