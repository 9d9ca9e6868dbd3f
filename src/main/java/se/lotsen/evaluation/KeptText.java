package se.lotsen.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How much of marked blocks of text is in a text that was read, counted in letters and digits without white space. A block is
 * looked for as a whole, then in the longest runs of its words; what one block was found in, no other is.
 */
final class KeptText {
    /** Shorter runs are found anywhere by chance. */
    private static final int SHORTEST_RUN = 8;

    private final String text;
    private final boolean[] taken;

    KeptText(String text) {
        this.text = normal(text);
        this.taken = new boolean[this.text.length()];
    }

    /** Letters that were marked, and those of them that were kept. */
    record Count(long marked, long kept) {
        Count plus(Count other) {
            return new Count(marked + other.marked, kept + other.kept);
        }

        double share() {
            return marked == 0 ? 0 : (double) kept / marked;
        }
    }

    /** The longest blocks choose first, so that a word is not taken out of a sentence. */
    Count take(List<String> blocks) {
        Count count = new Count(0, 0);
        for (String block : blocks.stream().map(KeptText::normal)
                .sorted((a, b) -> Integer.compare(b.length(), a.length())).toList()) {
            count = count
                    .plus(new Count(letters(block), takeWhole(block) ? letters(block) : takeRuns(block)));
        }
        return count;
    }

    private boolean takeWhole(String block) {
        for (int at = text.indexOf(block); at >= 0 && !block.isEmpty(); at = text.indexOf(block, at + 1)) {
            if (isFree(at, at + block.length()) && isWord(at, at + block.length())) {
                Arrays.fill(taken, at, at + block.length(), true);
                return true;
            }
        }
        return false;
    }

    private long takeRuns(String block) {
        String[] words = block.split(" ");
        long kept = 0;
        int from = 0;
        while (from < words.length) {
            int longest = 0;
            for (int to = words.length; to > from && longest == 0; to--) {
                String run = String.join(" ", Arrays.copyOfRange(words, from, to));
                if (run.length() < SHORTEST_RUN) {
                    break;
                }
                if (takeWhole(run)) {
                    kept += letters(run);
                    longest = to - from;
                }
            }
            from += Math.max(1, longest);
        }
        return kept;
    }

    private boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isWord(int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1))
                || !Character.isLetterOrDigit(text.charAt(from)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to))
                        || !Character.isLetterOrDigit(text.charAt(to - 1)));
    }

    private static int letters(String text) {
        return (int) text.chars().filter(sign -> !Character.isWhitespace(sign)).count();
    }

    private static String normal(String text) {
        return text.replaceAll("[\\s\\u00a0\\u00ad]+", " ").strip();
    }
}
