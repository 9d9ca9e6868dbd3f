package se.lotsen.confidence;

/**
 * What a count proves about a share, without approximation (Clopper and Pearson 1934): the upper bound is the share at
 * which so few cases would be seen with probability 1 - confidence at most.
 */
public final class ClopperPearson {
    private static final int HALVINGS = 60;

    private ClopperPearson() {
    }

    /**
     * The one-sided upper bound on a share.
     *
     * @param seen how many cases were seen, 0..{@code of}
     * @param of among how many; at least 1
     * @param confidence such as 0.95
     */
    public static double upper(int seen, int of, double confidence) {
        if (of < 1 || seen < 0 || seen > of || !(0 < confidence && confidence < 1)) {
            throw new IllegalArgumentException(seen + " of " + of + " at " + confidence);
        }
        if (seen == of) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(seen, of, middle) > 1 - confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The one-sided lower bound, as {@link #upper}: what is not seen has the other bound. */
    public static double lower(int seen, int of, double confidence) {
        return 1 - upper(of - seen, of, confidence);
    }

    /** The lowest bound that {@code of} cases can prove at all: none seen; about 3 / of at 95 % ("rule of three"). */
    public static double provable(int of, double confidence) {
        return upper(0, of, confidence);
    }

    /** How many cases without a single one seen it takes to prove {@code bound}. */
    public static int needed(double bound, double confidence) {
        return (int) Math.ceil(Math.log(1 - confidence) / Math.log1p(-bound));
    }

    private static double atMost(int seen, int of, double share) {
        if (share <= 0) {
            return 1;
        }
        double log = of * Math.log1p(-share);
        double sum = 0;
        for (int k = 0; k <= seen; k++) {
            sum += Math.exp(log);
            log += Math.log((double) (of - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
        }
        return sum;
    }
}
