package se.lotsen.screening;

/**
 * Slips of the finger between two words: letters left out, added, swapped or wrong, each counting one (Damerau-Levenshtein
 * in its restricted form: no letter takes part in two slips).
 */
final class EditDistance {
    private EditDistance() {
    }

    /** How many slips are forgiven in a pattern's word of this many letters. */
    static int allowed(int letters) {
        if (letters >= 9) {
            return 2;
        }
        return letters >= 5 ? 1 : 0;
    }

    /**
     * Whether {@code typed} may be meant as {@code word}. Nobody mistypes the first letter often, and it tells most words
     * apart, so it must be right or swapped with the second. Of a stem the last letter must be right too: what differs
     * there is another word, not a slip.
     */
    static boolean isSlip(String word, boolean stem, String typed) {
        int most = allowed(word.length());
        if (most == 0 || typed.length() < word.length() - most || !sameStart(word, typed)
                || !stem && typed.length() > word.length() + most) {
            return false;
        }
        int letters = Math.min(typed.length(), word.length() + most);
        int[] last = lastRow(word, typed, letters, most);
        if (!stem) {
            return last[letters] <= most;
        }
        for (int j = word.length() - most; j <= letters; j++) {
            if (last[j] <= most && sameEnd(word, typed, j)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameEnd(String word, String typed, int end) {
        char last = word.charAt(word.length() - 1);
        return typed.charAt(end - 1) == last
                || typed.charAt(end - 2) == last && typed.charAt(end - 1) == word.charAt(word.length() - 2);
    }

    private static boolean sameStart(String word, String typed) {
        return word.charAt(0) == typed.charAt(0)
                || typed.length() > 1 && word.charAt(0) == typed.charAt(1)
                        && word.charAt(1) == typed.charAt(0);
    }

    /**
     * The slips between {@code a} and the beginnings of {@code b}, by their length; beginnings that are more than
     * {@code most} shorter or longer need more slips than that anyway and are not looked at.
     */
    private static int[] lastRow(String a, String b, int letters, int most) {
        int[] before = new int[letters + 1];
        int[] above = new int[letters + 1];
        int[] row = new int[letters + 1];
        for (int j = 0; j <= letters; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = before;
            before = above;
            above = row;
            row = free;
            fill(row, above, before, a, b, i, most);
        }
        return row;
    }

    private static void fill(int[] row, int[] above, int[] before, String a, String b, int i, int most) {
        int first = Math.max(1, i - most);
        int last = Math.min(row.length - 1, i + most);
        row[first - 1] = first == 1 ? i : most + 1;
        for (int j = first; j <= last; j++) {
            int best = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            best = Math.min(best, Math.min(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                    && a.charAt(i - 2) == b.charAt(j - 1)) {
                best = Math.min(best, before[j - 2] + 1);
            }
            row[j] = best;
        }
        if (last + 1 < row.length) {
            row[last + 1] = most + 1;
        }
    }
}
