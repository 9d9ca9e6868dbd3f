package se.lotsen.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern as editors write it, taken apart: {@code slår|slog .. <barn> & polis*}. See docs/policies.md.
 *
 * @param phrases all of them must occur, in any order; never empty
 */
record PatternText(List<Phrase> phrases) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’‘´`]+\\*?");
    private static final Pattern HYPHENED = Pattern
            .compile("(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])(?![^<]*>)");
    private static final Pattern AND = Pattern.compile("\\s+&\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CONCEPT = Pattern.compile("<[a-zåäö0-9]+(-[a-zåäö0-9]+)*>");

    /**
     * Words that follow one another.
     *
     * @param fromStart whether the question must begin with it
     * @param toEnd whether the question must end with it
     */
    record Phrase(List<Part> parts, boolean fromStart, boolean toEnd) {
    }

    /**
     * One word of a phrase.
     *
     * @param gap whether up to three other words may stand before it
     */
    record Part(List<Choice> choices, boolean gap) {
    }

    /** What may stand in a word's place. */
    sealed interface Choice {
    }

    /** A word in small letters; with any ending when it is a stem. */
    record Word(String word, boolean stem) implements Choice {
    }

    /** Words next to one another in the place of one, written with low lines: {@code i_natt}. */
    record Run(List<Word> words) implements Choice {
    }

    /** Any phrase of a concept. */
    record Concept(String name) implements Choice {
    }

    /** The pattern, or empty when it is not of the form. */
    static Optional<PatternText> of(String text) {
        List<Phrase> phrases = new ArrayList<>();
        for (String phrase : AND.split(text.strip(), -1)) {
            Optional<Phrase> read = phrase(phrase.strip());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            phrases.add(read.get());
        }
        return Optional.of(new PatternText(List.copyOf(phrases)));
    }

    private static Optional<Phrase> phrase(String text) {
        String inner = text;
        boolean fromStart = inner.startsWith("^");
        boolean toEnd = inner.endsWith("$");
        inner = inner.substring(fromStart ? 1 : 0,
                Math.max(fromStart ? 1 : 0, inner.length() - (toEnd ? 1 : 0)));
        List<Part> parts = new ArrayList<>();
        boolean gap = false;
        for (String item : SPACE.split(HYPHENED.matcher(inner.strip()).replaceAll(" "))) {
            if (item.equals("..") && !gap && !parts.isEmpty()) {
                gap = true;
                continue;
            }
            Optional<List<Choice>> choices = choices(item);
            if (choices.isEmpty() && !(item.isEmpty() && fromStart && toEnd)) {
                return Optional.empty();
            }
            boolean after = gap;
            choices.ifPresent(found -> parts.add(new Part(found, after)));
            gap = false;
        }
        return gap ? Optional.empty() : Optional.of(new Phrase(List.copyOf(parts), fromStart, toEnd));
    }

    private static Optional<List<Choice>> choices(String item) {
        List<Choice> choices = new ArrayList<>();
        for (String choice : item.split("\\|", -1)) {
            if (choice.startsWith("<") && CONCEPT.matcher(choice).matches()) {
                choices.add(new Concept(choice.substring(1, choice.length() - 1)));
            } else {
                List<Word> words = new ArrayList<>();
                for (String part : choice.split("_", -1)) {
                    Optional<Word> word = word(part);
                    if (word.isEmpty()) {
                        return Optional.empty();
                    }
                    words.add(word.get());
                }
                choices.add(words.size() == 1 ? words.get(0) : new Run(List.copyOf(words)));
            }
        }
        return Optional.of(List.copyOf(choices));
    }

    private static Optional<Word> word(String choice) {
        boolean stem = choice.endsWith("*");
        List<String> typed = TypedText.words(stem ? choice.substring(0, choice.length() - 1) : choice);
        if (typed.size() != 1 || stem && typed.get(0).length() < 2) {
            return Optional.empty();
        }
        boolean picture = typed.get(0).codePoints().noneMatch(Character::isLetterOrDigit);
        return picture || WORD.matcher(choice).matches()
                ? Optional.of(new Word(typed.get(0), stem))
                : Optional.empty();
    }
}
