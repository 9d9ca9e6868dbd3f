package se.lotsen.editor;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed between two texts, by word (Myers' algorithm, by java-diff-utils). Stretches that are the same are shortened
 * where they are long.
 */
public final class WordDiff {
    private static final Pattern WORD = Pattern.compile("\\R|[^\\S\\r\\n]+|[\\p{L}\\p{M}\\p{N}]+|.",
            Pattern.DOTALL);
    private static final int AROUND = 30;

    private WordDiff() {
    }

    /** What a piece of the two texts is. */
    public enum Kind {
        /** In both. */
        SAME,
        /** In the first text alone. */
        REMOVED,
        /** In the second text alone. */
        ADDED,
        /** A long stretch that is in both, left out. */
        SKIPPED
    }

    /** A piece of both texts, in their order. */
    public record Piece(Kind kind, String text) {
    }

    /** The pieces that make both texts. */
    public static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            same(pieces, old.subList(at, delta.getSource().getPosition()), pieces.isEmpty(), false);
            add(pieces, Kind.REMOVED, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        same(pieces, old.subList(at, old.size()), pieces.isEmpty(), true);
        return pieces;
    }

    /** Whether anything changed. */
    public static boolean isEmpty(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.kind() == Kind.SAME || piece.kind() == Kind.SKIPPED);
    }

    private static void same(List<Piece> pieces, List<String> words, boolean first, boolean last) {
        int before = first ? 0 : AROUND;
        int after = last ? 0 : AROUND;
        if (words.size() <= before + after + AROUND) {
            add(pieces, Kind.SAME, words);
            return;
        }
        add(pieces, Kind.SAME, words.subList(0, before));
        add(pieces, Kind.SKIPPED, words.subList(before, words.size() - after));
        add(pieces, Kind.SAME, words.subList(words.size() - after, words.size()));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
