package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param joined of this word written together with those that follow, if it may be
     */
    record Read(TypedWord word, int[] symbols, @Nullable Joined joined) {
    }

    /** Symbols that stand for several words of the question. */
    record Joined(int words, int[] symbols) {
    }

    /** Is told each symbol with its place: from one word up to, not including, another. */
    interface Found {
        void at(int symbol, int start, int end);
    }

    /** Reads the words, forgiving slips in these languages alone; one that was run together becomes several. */
    List<Read> read(List<TypedWord> typed, Set<PolicyLanguage> forgiven, Effort effort) {
        List<Read> single = new ArrayList<>(typed.size());
        for (TypedWord word : typed) {
            int[] symbols = symbols(vocabulary.lookUp(word, forgiven, effort));
            List<TypedWord> pieces = symbols.length == 0 && word.text().length() >= LONG
                    && !vocabulary.isApart(word)
                            ? pieces(word)
                            : List.of();
            if (pieces.isEmpty()) {
                single.add(new Read(word, symbols, null));
            }
            pieces.forEach(piece -> single
                    .add(new Read(piece, symbols(vocabulary.lookUp(piece, Set.of(), effort)), null)));
        }
        List<Read> read = new ArrayList<>(single.size());
        for (int i = 0; i < single.size(); i++) {
            read.add(new Read(single.get(i).word(), single.get(i).symbols(), joined(single, i, effort)));
        }
        return read;
    }

    /** Reports every symbol with its place; words that are hidden, or joined with hidden ones, are not reported. */
    static void sight(List<Read> words, BitSet hidden, Found found) {
        for (int i = 0; i < words.size(); i++) {
            if (hidden.get(i)) {
                continue;
            }
            for (int symbol : words.get(i).symbols()) {
                found.at(symbol, i, i + 1);
            }
            Joined joined = words.get(i).joined();
            if (joined != null && !isHidden(hidden, i, i + joined.words())) {
                for (int symbol : joined.symbols()) {
                    found.at(symbol, i, i + joined.words());
                }
            }
        }
    }

    private static boolean isHidden(BitSet hidden, int start, int end) {
        int next = hidden.nextSetBit(start);
        return next >= 0 && next < end;
    }

    private static int[] symbols(BitSet numbers) {
        int[] symbols = new int[numbers.cardinality()];
        int count = 0;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            symbols[count++] = Grammar.symbolOfWord(number);
        }
        return symbols;
    }

    private @Nullable Joined joined(List<Read> words, int at, Effort effort) {
        int letters = at;
        while (letters < words.size() && letters - at < LONGEST_RUN && isLetter(words.get(letters))) {
            letters++;
        }
        boolean startsHere = at == 0 || !isLetter(words.get(at - 1));
        if (startsHere && letters - at >= 3) {
            return join(words, at, letters, effort);
        }
        if (at + 1 < words.size() && length(words, at) >= 4 && length(words, at + 1) >= 3
                && length(words, at) + length(words, at + 1) > LONG) {
            return join(words, at, at + 2, effort);
        }
        return null;
    }

    private @Nullable Joined join(List<Read> words, int from, int to, Effort effort) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(words.get(i).word().text());
        }
        BitSet numbers = vocabulary.lookUp(TypedText.word(text.toString()), Set.of(), effort);
        // A stem that ends within the first word says nothing of the second.
        int first = length(words, from);
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            numbers.set(number, vocabulary.term(number).form().length() > first);
        }
        return numbers.isEmpty() ? null : new Joined(to - from, symbols(numbers));
    }

    private static boolean isLetter(Read read) {
        return read.word().text().length() == 1 && Character.isLetter(read.word().text().charAt(0));
    }

    private static int length(List<Read> words, int at) {
        return words.get(at).word().text().length();
    }

    private List<TypedWord> pieces(TypedWord word) {
        List<String> fewest = List.of();
        for (TypedWord.Form form : word.forms()) {
            List<String> pieces = pieces(form);
            if (pieces.size() > 1 && (fewest.isEmpty() || pieces.size() < fewest.size())) {
                fewest = pieces;
            }
        }
        return fewest.stream().map(TypedText::word).toList();
    }

    /** The fewest known words that make up the form, or none; words must not be shorter than 2.5 letters on average. */
    private List<String> pieces(TypedWord.Form form) {
        int length = form.letters().length();
        int[] fewest = new int[length + 1];
        int[] lastStart = new int[length + 1];
        for (int end = 1; end <= length; end++) {
            fewest[end] = length + 1;
            for (int start = 0; start < end; start++) {
                if (fewest[start] + 1 < fewest[end] && vocabulary.knows(form, start, end)) {
                    fewest[end] = fewest[start] + 1;
                    lastStart[end] = start;
                }
            }
        }
        if (fewest[length] * 5 > length * 2) {
            return List.of();
        }
        List<String> pieces = new ArrayList<>();
        for (int end = length; end > 0; end = lastStart[end]) {
            pieces.add(0, form.letters().substring(lastStart[end], end));
        }
        return pieces;
    }
}
