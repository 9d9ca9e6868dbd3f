package se.lotsen.embedding;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/** Lets through what can be compared: as many vectors as texts, all of one length and with a direction. */
final class VectorCheck {
    private final AtomicInteger dimension;

    /** @param dimension if known beforehand; otherwise the first answer fixes it */
    VectorCheck(@Nullable Integer dimension) {
        this.dimension = new AtomicInteger(dimension == null ? 0 : dimension);
    }

    /** The vectors' length; 0 as long as it is not known. */
    int dimension() {
        return dimension.get();
    }

    /** @return the same vectors at unit length */
    List<float[]> checked(List<float[]> vectors, int texts) {
        if (vectors.size() != texts) {
            throw new EmbeddingUnavailable(Reason.REFUSED,
                    vectors.size() + " vectors for " + texts + " texts");
        }
        List<float[]> units = vectors.stream().map(VectorCheck::unit).toList();
        for (float[] unit : units) {
            dimension.compareAndSet(0, unit.length);
            if (unit.length != dimension.get()) {
                throw new EmbeddingUnavailable(Reason.WRONG_DIMENSION,
                        unit.length + " numbers instead of " + dimension.get());
            }
        }
        return units;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new EmbeddingUnavailable(Reason.REFUSED, "a vector without a direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
