package se.lotsen.embedding;

import java.time.Instant;
import java.util.Optional;

/**
 * How the backend of embeddings stands, for an operator. It is no ground to call the service unhealthy: questions are
 * answered without vectors too.
 *
 * @param model its id
 * @param dimension the vectors' length; 0 as long as nothing has come
 * @param resting whether questions are answered without asking it at present
 * @param lastFault of a call that was made; stays when later calls succeed
 */
public record EmbeddingStanding(String model, int dimension, boolean resting,
        Optional<Fault> lastFault) {

    /** Why and when a call failed. */
    public record Fault(EmbeddingUnavailable.Reason reason, Instant at) {
    }

    /** Whoever can tell; a bean wherever {@link Embeddings} is one. */
    @FunctionalInterface
    public interface Source {
        /** As of now; asks nobody. */
        EmbeddingStanding standing();
    }
}
