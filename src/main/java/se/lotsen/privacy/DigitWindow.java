package se.lotsen.privacy;

/**
 * The first {@value #MOST_DIGITS} digits from the beginning of a group on, with the gaps between them: all that the
 * number finders look at, so that the work for each group is bounded. "n" is always a count of digits from the start.
 */
final class DigitWindow {
    /** One more than the longest number that is looked for. */
    static final int MOST_DIGITS = 20;

    /** How near another group of digits stands. */
    enum Neighbour {
        /** No digits, or only beyond a word, a line break or a comma. */
        NONE,
        /** Digits beyond spaces. */
        SPACED,
        /** Digits beyond a sign without any space, as in dates, decimals, times and composed references. */
        JOINED
    }

    private final CharSequence text;
    private final int floor;
    private final char[] digits = new char[MOST_DIGITS];
    private final int[] from = new int[MOST_DIGITS];
    private final int[] to = new int[MOST_DIGITS];
    private final int count;
    private final int following;

    /**
     * @param start where a group of digits begins
     * @param floor what lies before it is out of sight
     */
    DigitWindow(CharSequence text, int start, int floor) {
        this.text = text;
        this.floor = floor;
        int n = 0;
        int at = start;
        while (at != Digits.NONE && n < MOST_DIGITS) {
            from[n] = at;
            to[n] = Digits.end(text, at);
            digits[n] = (char) ('0' + Digits.valueAt(text, at));
            at = Digits.afterGap(text, to[n]);
            n++;
        }
        this.count = n;
        this.following = at;
    }

    CharSequence text() {
        return text;
    }

    int floor() {
        return floor;
    }

    int start() {
        return from[0];
    }

    int end(int n) {
        return to[n - 1];
    }

    /** The first n digits and what stands between them in one spelling. */
    String spelt(int n) {
        return Digits.spelt(text, start(), end(n));
    }

    /** How many digits are in the window: 1..{@value #MOST_DIGITS}. */
    int count() {
        return count;
    }

    /** Whether there is a digit number {@code i}, counted from 0. */
    boolean hasDigit(int i) {
        return i < count;
    }

    /** ASCII digit number {@code i}, counted from 0; {@code '\0'} beyond the last. */
    char digit(int i) {
        return digits[i];
    }

    /** The first {@code n} digits in ASCII. */
    String digits(int n) {
        return new String(digits, 0, n);
    }

    /** Whether there are n digits and the n-th is the last of its group: no number ends in the midst of a group. */
    boolean endsGroup(int n) {
        return n <= count && next(n) != to[n - 1];
    }

    /** What stands before digit {@code i} (counted from 0) in one spelling; empty inside a group. */
    String gap(int i) {
        return Digits.gap(text, to[i - 1], from[i]);
    }

    /** Whether all n digits form one group. */
    boolean isBare(int n) {
        for (int i = 1; i < n; i++) {
            if (from[i] != to[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The lengths of the groups, such as {@code "6,4"}. */
    String layout(int n) {
        StringBuilder lengths = new StringBuilder();
        int begin = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n || from[i] != to[i - 1]) {
                lengths.append(lengths.isEmpty() ? "" : ",").append(i - begin);
                begin = i;
            }
        }
        return lengths.toString();
    }

    /** The digits that stand before the first one. */
    Neighbour before() {
        int at = start();
        while (at > floor && start() - at < Digits.LONGEST_GAP && Digits.gapSign(text.charAt(at - 1)) != 0) {
            at--;
        }
        if (at > floor && Digits.isBefore(text, at)) {
            return neighbour(Digits.gap(text, at, start()));
        }
        boolean joined = start() - 2 >= floor && joins(text.charAt(start() - 1))
                && Digits.isBefore(text, start() - 1);
        return joined ? Neighbour.JOINED : Neighbour.NONE;
    }

    /** The digits that stand after the n-th, which must end its group. */
    Neighbour after(int n) {
        int next = next(n);
        if (next != Digits.NONE) {
            return neighbour(Digits.gap(text, end(n), next));
        }
        boolean joined = end(n) < text.length() && joins(text.charAt(end(n)))
                && Digits.isAt(text, end(n) + 1);
        return joined ? Neighbour.JOINED : Neighbour.NONE;
    }

    private int next(int n) {
        return n < count ? from[n] : following;
    }

    private static boolean joins(char c) {
        return c == ':' || c == ',';
    }

    private static Neighbour neighbour(String gap) {
        boolean signsOnly = gap.indexOf(' ') < 0 && gap.chars().anyMatch(c -> "-+/.".indexOf(c) >= 0);
        return signsOnly ? Neighbour.JOINED : Neighbour.SPACED;
    }
}
