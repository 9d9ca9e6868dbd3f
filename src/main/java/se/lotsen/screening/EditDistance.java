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
        if (most == 0 || typed.length() < word.length() - most || !sameStart(word, typed)) {
            return false;
        }
        if (!stem) {
            return typed.length() <= word.length() + most
                    && rows(word, typed)[word.length()][typed.length()] <= most;
        }
        String start = typed.substring(0, Math.min(typed.length(), word.length() + most));
        int[] last = rows(word, start)[word.length()];
        for (int j = word.length() - most; j <= start.length(); j++) {
            if (last[j] <= most && sameEnd(word, start, j)) {
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

    private static int[][] rows(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            d[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, d[i - 2][j - 2] + 1);
                }
                d[i][j] = best;
            }
        }
        return d;
    }
}
