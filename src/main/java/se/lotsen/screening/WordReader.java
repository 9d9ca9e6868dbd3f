package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Finds the pattern words of a question: as typed, with a slip, written apart ({@code själv mord}, {@code s j ä l v}) or
 * run together ({@code jagvilldö}).
 */
final class WordReader {
    /** Shorter words are not looked for in pieces, and a run-on word shorter than this not taken apart. */
    private static final int LONG = 6;
    private static final int LONGEST_RUN = 20;

    private final Vocabulary vocabulary;

    WordReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A word of the question with what it stands for.
     *
     * @param symbols of the word itself
     * @param joined of this word written together with those that follow, by how many they are in all
     */
    record Read(TypedWord word, List<Integer> symbols, List<Joined> joined) {
    }

    /** Symbols that stand for several words of the question. */
    record Joined(int words, List<Integer> symbols) {
    }

    /** Reads the words; one that was run together becomes several. */
    List<Read> read(List<TypedWord> typed, Effort effort) {
        List<Read> single = new ArrayList<>();
        for (TypedWord word : typed) {
            List<Integer> symbols = symbols(word, true, effort);
            List<TypedWord> pieces = symbols.isEmpty() && word.text().length() >= LONG
                    && !vocabulary.isApart(word)
                            ? pieces(word)
                            : List.of();
            if (pieces.isEmpty()) {
                single.add(new Read(word, symbols, List.of()));
            }
            pieces.forEach(piece -> single.add(new Read(piece, symbols(piece, false, effort), List.of())));
        }
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < single.size(); i++) {
            read.add(new Read(single.get(i).word(), single.get(i).symbols(), joined(single, i, effort)));
        }
        return read;
    }

    /** Reports every symbol with its place; words that are hidden, or joined with hidden ones, are not reported. */
    static void sight(List<Read> words, BitSet hidden, BiConsumer<Integer, Span> found) {
        for (int i = 0; i < words.size(); i++) {
            if (hidden.get(i)) {
                continue;
            }
            Span here = new Span(i, i + 1);
            words.get(i).symbols().forEach(symbol -> found.accept(symbol, here));
            for (Joined joined : words.get(i).joined()) {
                Span span = new Span(i, i + joined.words());
                if (hidden.get(span.start(), span.end()).isEmpty()) {
                    joined.symbols().forEach(symbol -> found.accept(symbol, span));
                }
            }
        }
    }

    private List<Integer> symbols(TypedWord word, boolean slips, Effort effort) {
        List<Integer> symbols = new ArrayList<>();
        vocabulary.lookUp(word, slips, effort, number -> symbols.add(Grammar.symbolOfWord(number)));
        return symbols;
    }

    private List<Joined> joined(List<Read> words, int at, Effort effort) {
        int letters = at;
        while (letters < words.size() && letters - at < LONGEST_RUN && isLetter(words.get(letters))) {
            letters++;
        }
        boolean startsHere = at == 0 || !isLetter(words.get(at - 1));
        if (startsHere && letters - at >= 3) {
            return join(words, at, letters, effort).stream().toList();
        }
        if (at + 1 < words.size() && length(words, at) >= 4 && length(words, at + 1) >= 3
                && length(words, at) + length(words, at + 1) > LONG) {
            return join(words, at, at + 2, effort).stream().toList();
        }
        return List.of();
    }

    private Optional<Joined> join(List<Read> words, int from, int to, Effort effort) {
        String text = words.subList(from, to).stream().map(read -> read.word().text())
                .collect(Collectors.joining());
        List<Integer> symbols = symbols(TypedText.word(text), false, effort);
        // A stem that ends within the first word says nothing of the second.
        int first = length(words, from);
        symbols.removeIf(symbol -> vocabulary.term(symbol / 2).form().length() <= first);
        return symbols.isEmpty() ? Optional.empty() : Optional.of(new Joined(to - from, symbols));
    }

    private static boolean isLetter(Read read) {
        return read.word().text().length() == 1 && Character.isLetter(read.word().text().charAt(0));
    }

    private static int length(List<Read> words, int at) {
        return words.get(at).word().text().length();
    }

    private List<TypedWord> pieces(TypedWord word) {
        return word.forms().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(form -> pieces(entry.getKey(), form)))
                .filter(pieces -> pieces.size() > 1)
                .min(Comparator.comparingInt(List::size))
                .map(pieces -> pieces.stream().map(TypedText::word).toList())
                .orElse(List.of());
    }

    /** The fewest known words that make up the form, or none; words must not be shorter than 2.5 letters on average. */
    private List<String> pieces(Spelling spelling, String form) {
        List<Optional<List<String>>> best = new ArrayList<>();
        best.add(Optional.of(List.of()));
        for (int end = 1; end <= form.length(); end++) {
            Optional<List<String>> fewest = Optional.empty();
            for (int start = 0; start < end; start++) {
                Optional<List<String>> before = best.get(start);
                if (before.isPresent() && (fewest.isEmpty() || before.get().size() + 1 < fewest.get().size())
                        && vocabulary.knows(spelling, form.substring(start, end))) {
                    List<String> pieces = new ArrayList<>(before.get());
                    pieces.add(form.substring(start, end));
                    fewest = Optional.of(pieces);
                }
            }
            best.add(fewest);
        }
        return best.get(form.length()).filter(pieces -> pieces.size() * 5 <= form.length() * 2)
                .orElse(List.of());
    }
}
