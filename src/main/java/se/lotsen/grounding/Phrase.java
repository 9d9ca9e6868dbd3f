package se.lotsen.grounding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One or more words that make an operator. */
record Phrase(List<String> words, Role role, String sense) {
    private static final Map<String, List<Phrase>> BY_FIRST_WORD = all();

    /** The longest first. */
    static List<Phrase> beginningWith(String lower) {
        return BY_FIRST_WORD.getOrDefault(lower, List.of());
    }

    private static Map<String, List<Phrase>> all() {
        Map<String, Role> lists = Map.of("negations", Role.NEGATION, "quantifiers", Role.QUANTIFIER,
                "modalities", Role.MODALITY);
        Function<Phrase, String> first = phrase -> Objects.requireNonNull(phrase.words().getFirst());
        return lists.entrySet().stream()
                .flatMap(list -> Words.map(list.getKey()).entrySet().stream()
                        .map(entry -> new Phrase(List.of(entry.getKey().split(" ")), list.getValue(),
                                entry.getValue())))
                .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words().size())
                        .thenComparing(phrase -> String.join(" ", phrase.words())))
                .collect(Collectors.groupingBy(first));
    }
}
