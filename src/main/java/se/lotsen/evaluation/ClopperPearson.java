package se.lotsen.evaluation;

/**
 * The exact 95 % interval of a share (Clopper and Pearson 1934): every true share for which as many right rows, or more,
 * and as many, or fewer, would each be seen at least once in forty files. It stays honest where the bootstrap cannot:
 * of 30 rows that are all right, the bootstrap says 1 to 1.
 */
final class ClopperPearson {
    private static final double TAIL = 0.025;
    /** Halvings of the interval 0..1: far below what is printed. */
    private static final int STEPS = 60;

    private ClopperPearson() {
    }

    /**
     * @param right 0..rows
     * @param rows at least 1
     */
    static Bootstrap.Interval of(int right, int rows) {
        double low = right == 0 ? 0 : solve(share -> atLeast(right, rows, share) < TAIL);
        double high = right == rows ? 1 : solve(share -> 1 - atLeast(right + 1, rows, share) > TAIL);
        return new Bootstrap.Interval((double) right / rows, low, high);
    }

    private interface Below {
        boolean test(double share);
    }

    /** Where the test, true for small shares, turns false. */
    private static double solve(Below below) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (below.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability of at least {@code right} right rows when each is right with probability {@code share}. */
    private static double atLeast(int right, int rows, double share) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= rows; k++) {
            logChoose += k == 0 ? 0 : Math.log(rows - k + 1.0) - Math.log(k);
            if (k >= right) {
                sum += Math.exp(logChoose + k * Math.log(share) + (rows - k) * Math.log1p(-share));
            }
        }
        return Math.min(1, sum);
    }
}
