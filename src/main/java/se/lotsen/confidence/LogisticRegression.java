package se.lotsen.confidence;

import java.util.Arrays;

/**
 * Fits a logistic model by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and Friedman 2009,
 * 4.4.1) with an L2 penalty on every weight but the intercept. The penalised problem is strictly convex, so the answer
 * does not depend on where the search begins.
 */
public final class LogisticRegression {
    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 30;
    private static final double TOLERANCE = 1e-10;

    private final double[][] rows;
    private final double[] right;
    private final double[] weights;
    private final double penalty;

    private LogisticRegression(double[][] rows, double[] right, double[] weights, double penalty) {
        this.rows = rows;
        this.right = right;
        this.weights = weights;
        this.penalty = penalty;
    }

    /**
     * The intercept, and after it one weight a column.
     *
     * @param rows one row a case, all of the same length
     * @param right 1 where the case came true, 0 where not; between them for a soft label
     * @param weights how much each case counts; above 0
     * @param penalty half of it times the sum of squared weights is added to the loss; above 0
     */
    public static double[] fit(double[][] rows, double[] right, double[] weights, double penalty) {
        if (rows.length == 0 || rows.length != right.length || rows.length != weights.length
                || !(penalty > 0)) {
            throw new IllegalArgumentException(
                    "rows, labels and weights must be as many, and the penalty above 0");
        }
        return new LogisticRegression(rows, right, weights, penalty).search();
    }

    private double[] search() {
        double[] at = new double[rows[0].length + 1];
        double loss = loss(at);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = direction(at);
            double length = 1;
            double[] next = moved(at, direction, length);
            double nextLoss = loss(next);
            for (int half = 0; nextLoss > loss && half < MAX_HALVINGS; half++) {
                length /= 2;
                next = moved(at, direction, length);
                nextLoss = loss(next);
            }
            if (!(nextLoss < loss - TOLERANCE * Math.max(1, Math.abs(loss)))) {
                return nextLoss <= loss ? next : at;
            }
            at = next;
            loss = nextLoss;
        }
        return at;
    }

    private static double[] moved(double[] at, double[] direction, double length) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= length * direction[i];
        }
        return moved;
    }

    private double loss(double[] at) {
        double loss = 0;
        for (int i = 1; i < at.length; i++) {
            loss += penalty / 2 * at[i] * at[i];
        }
        for (int r = 0; r < rows.length; r++) {
            double logit = logit(at, rows[r]);
            // ln(1 + e^z) - y z without overflow
            loss += weights[r]
                    * (Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - right[r] * logit);
        }
        return loss;
    }

    private double[] direction(double[] at) {
        int n = at.length;
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n];
        for (int i = 1; i < n; i++) {
            gradient[i] = penalty * at[i];
            curvature[i][i] = penalty;
        }
        // Keeps the intercept's curvature above 0 where every probability has run to its end.
        curvature[0][0] = 1e-9;
        for (int r = 0; r < rows.length; r++) {
            double p = 1 / (1 + Math.exp(-logit(at, rows[r])));
            add(gradient, curvature, rows[r], weights[r] * (p - right[r]), weights[r] * p * (1 - p));
        }
        return solve(curvature, gradient);
    }

    private static void add(double[] gradient, double[][] curvature, double[] row, double slope,
            double bend) {
        for (int i = 0; i < gradient.length; i++) {
            double xi = i == 0 ? 1 : row[i - 1];
            gradient[i] += slope * xi;
            for (int j = 0; j <= i; j++) {
                curvature[i][j] += bend * xi * (j == 0 ? 1 : row[j - 1]);
            }
        }
    }

    private static double logit(double[] at, double[] row) {
        double logit = at[0];
        for (int i = 0; i < row.length; i++) {
            logit += at[i + 1] * row[i];
        }
        return logit;
    }

    /** Cholesky's method on the lower triangle of a positive definite matrix. */
    static double[] solve(double[][] matrix, double[] side) {
        int n = side.length;
        double[][] low = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= low[i][k] * low[j][k];
                }
                low[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / low[j][j];
            }
        }
        double[] x = Arrays.copyOf(side, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= low[i][k] * x[k];
            }
            x[i] /= low[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= low[k][i] * x[k];
            }
            x[i] /= low[i][i];
        }
        return x;
    }
}
