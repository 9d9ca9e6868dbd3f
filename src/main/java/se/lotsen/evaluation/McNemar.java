package se.lotsen.evaluation;

/**
 * The exact test of a paired change (McNemar 1947, as a sign test): were as many rows gained as lost but for chance? With
 * few changed rows the bootstrap alone is rash: four gained and none lost it would already call a difference.
 */
final class McNemar {
    private McNemar() {
    }

    /** The two-sided probability of a split at least as uneven, if gain and loss were equally likely; 1 for no change. */
    static double probability(int gained, int lost) {
        int changed = gained + lost;
        int fewer = Math.min(gained, lost);
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= fewer; k++) {
            logChoose += k == 0 ? 0 : Math.log(changed - k + 1.0) - Math.log(k);
            sum += Math.exp(logChoose - changed * Math.log(2));
        }
        return Math.min(1, 2 * sum);
    }
}
