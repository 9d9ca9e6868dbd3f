package se.lotsen.languagemodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the models stand, for operators.
 *
 * @param models in the order in which they are asked; empty when none is configured
 * @param tokensLeft estimated tokens that may still be spent today
 */
public record ModelStatus(List<Model> models, long tokensLeft) {

    /**
     * One model.
     *
     * @param available whether it would be asked now
     * @param breaker the breaker's state, such as {@code CLOSED}
     * @param lastFault how the last call failed; null when it did not
     */
    public record Model(String id, boolean available, String breaker,
            ModelUnavailable.@Nullable Reason lastFault) {
    }
}
